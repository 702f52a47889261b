-- How far an import had come at some moments, for a chart of its speed.
create table progress_sample (
    operation_id uuid not null references batch_operation on delete cascade,
    sampled_at   timestamp with time zone not null,
    judged_items int  not null,
    primary key (operation_id, sampled_at)
);
