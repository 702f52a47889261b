-- db-scheduler 16.12.0, its schema for PostgreSQL: one row per operation that waits for a worker or is being run.
create table scheduled_tasks (
    task_name            varchar not null,
    task_instance        varchar not null,
    task_data            bytes,
    execution_time       timestamp with time zone not null,
    picked               boolean not null,
    picked_by            varchar,
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp with time zone,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time);
