-- Where a company is told of the end of its operations. The secret is kept as it is, for every delivery is signed with it.
create table webhook (
    webhook_id      uuid primary key,
    company_id      varchar not null references company,
    url             varchar not null,
    secret          varchar not null,
    events          varchar not null, -- blank-separated
    base_url        varchar not null, -- of this service, as the one who registered it sees it; for links
    created_by      varchar not null,
    created_at      timestamp with time zone not null,
    disabled_reason varchar           -- null while enabled
);

create index webhook_company on webhook (company_id);

-- What a webhook is to be told: of the end of an operation or, without one, that a test was asked for.
create table webhook_delivery (
    delivery_id     uuid primary key, -- UUIDv7, and the webhook-id of every attempt
    webhook_id      uuid    not null references webhook on delete cascade,
    operation_id    uuid    references batch_operation on delete cascade,
    event           varchar not null,
    state           varchar not null check (state in ('pending', 'delivered', 'failed')),
    created_at      timestamp with time zone not null,
    next_attempt_at timestamp with time zone,
    check ((state = 'pending') = (next_attempt_at is not null))
);

create index webhook_delivery_log on webhook_delivery (webhook_id, delivery_id desc);
create index webhook_delivery_operation on webhook_delivery (operation_id);

create table webhook_attempt (
    delivery_id  uuid not null references webhook_delivery on delete cascade,
    attempt      int  not null,
    attempted_at timestamp with time zone not null,
    status_code  int,
    error        varchar,
    primary key (delivery_id, attempt)
);

-- The outbox is the operation's own row: whichever statement ends an operation leaves it unannounced, so none can forget to.
alter table batch_operation add column announced boolean default false not null;
update batch_operation set announced = true where finished_at is not null;
create index batch_operation_unannounced on batch_operation (announced, finished_at);

-- The queue of deliveries, apart from that of imports: neither takes the other's threads.
create table webhook_tasks (
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

create index webhook_tasks_execution_time on webhook_tasks (execution_time);
create index webhook_tasks_last_heartbeat on webhook_tasks (last_heartbeat);
