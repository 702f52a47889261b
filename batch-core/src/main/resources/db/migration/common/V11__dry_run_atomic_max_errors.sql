alter table batch_operation add column dry_run boolean default false not null;
alter table batch_operation add column error_policy varchar default 'partial' not null
    check (error_policy in ('partial', 'atomic'));
alter table batch_operation add column max_errors int check (max_errors > 0);

-- Atomic, and not everything is saved: what succeeded_items and database_items count was only found valid so far.
alter table batch_operation add column held_back boolean default false not null;

-- How often an order that had been found valid was refused after all, so that all were judged again.
alter table batch_operation add column times_judged_again int default 0 not null;

-- Orders that were judged as if they were saved, and were not: later ones of the file are judged against their keys, and they
-- are the successes of a dry run.
create table rehearsed_order (
    operation_id             uuid    not null references batch_operation on delete cascade,
    item_index               int     not null,
    order_number             bigint  not null, -- the given one, or the one it would get
    is_number_given          boolean not null,
    unique_external_order_id varchar, -- the external id where the company wants it unique, else null
    transaction_type         varchar not null,
    customer_id              varchar not null,
    external_order_id        varchar,
    order_date               date    not null,
    currency_code            varchar not null,
    line_count               int     not null,
    total_amount             numeric(22, 4) not null,
    primary key (operation_id, item_index)
);

-- Finds numbers and external ids that are in use by orders before.
create index rehearsed_order_number on rehearsed_order (operation_id, order_number);
create index rehearsed_order_external_id on rehearsed_order (operation_id, unique_external_order_id);

-- Where a number series and the posting cycles would stand by now, had the orders been saved.
create table rehearsed_series (
    operation_id  uuid    not null references batch_operation on delete cascade,
    number_series varchar not null,
    next_number   bigint  not null,
    primary key (operation_id, number_series)
);

create table rehearsed_cycle (
    operation_id uuid   not null references batch_operation on delete cascade,
    first_cycle  bigint not null,
    next_cycle   bigint not null,
    primary key (operation_id, first_cycle)
);
