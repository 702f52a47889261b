-- What a client has asked for under an Idempotency-Key, so that asking again does it no second time.
create table idempotency_key (
    client_id    varchar not null,
    key_text     varchar not null,
    fingerprint  varchar not null, -- of parameters and bytes
    operation_id uuid references batch_operation on delete set null, -- null: the operation has been deleted
    expires_at   timestamp with time zone not null,
    primary key (client_id, key_text)
);

create index idempotency_key_operation on idempotency_key (operation_id);
create index idempotency_key_expiry on idempotency_key (expires_at);

-- Locked by each submission while it counts the open operations and commits, so that two cannot both be the last one let in.
create table queue_gate (
    slot smallint primary key check (slot = 1)
);

insert into queue_gate (slot) values (1);
