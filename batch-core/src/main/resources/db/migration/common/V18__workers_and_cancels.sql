-- Workers as they say of themselves every few seconds, for those who look after the service. Who may take what is decided by
-- the queue, which does not ask here.
create table worker (
    name           varchar primary key, -- as it signs what it takes
    slots          int    not null,
    death_limit_ms bigint not null,     -- silent for longer, it is presumed dead
    since          timestamp with time zone not null,
    last_heartbeat timestamp with time zone not null
);

-- When cancel was asked for. Null where nobody has, or had before there was this column.
alter table batch_operation add column cancel_asked_at timestamp with time zone;
