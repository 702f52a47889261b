create table upload (
    upload_id   uuid primary key,
    size        bigint  not null,
    sha256      varchar not null,
    stored_at   timestamp with time zone not null
);

-- The bytes as received, in chunks of at most 1 MiB.
create table upload_chunk (
    upload_id uuid not null references upload on delete cascade,
    chunk_no  int  not null,
    content   bytes not null,
    primary key (upload_id, chunk_no)
);

-- What a caller follows, and the checkpoint of the import: the next item is succeeded_items + failed_items.
create table batch_operation (
    operation_id              uuid primary key, -- UUIDv7: newest first is descending id
    company_id                varchar not null references company,
    submitted_by              varchar not null,
    status                    char(1) not null check (status in ('N', 'W', 'K', 'C', 'T', 'E')),
    attempt                   int     not null, -- the fence: only the newest attempt may change this row
    attempts_without_progress int     not null,
    skip_workflow             boolean not null,
    ignore_unknown_fields     boolean not null,
    label                     varchar,
    file_name                 varchar,
    upload_id                 uuid    not null references upload,
    total_items               int,
    succeeded_items           int     not null,
    failed_items              int     not null,
    database_items            bigint  not null,
    submitted_at              timestamp with time zone not null,
    started_at                timestamp with time zone,
    progress_at               timestamp with time zone,
    finished_at               timestamp with time zone,
    failure_code              varchar,
    failure_message           varchar,
    failure_item_index        int,
    failure_line              int,
    failure_column            int,
    failure_byte_offset       bigint,
    check (succeeded_items + failed_items <= coalesce(total_items, 0)),
    check (status <> 'T' or succeeded_items + failed_items = total_items),
    check ((status = 'E') = (failure_code is not null)),
    check ((status in ('C', 'T', 'E')) = (finished_at is not null))
);

-- The list of a company, newest first.
create index batch_operation_company on batch_operation (company_id, operation_id);

-- Operations that have not ended, for the limits of the queue.
create index batch_operation_open on batch_operation (status, company_id);

-- Refused items, for the results.
create table failed_item (
    operation_id uuid    not null references batch_operation on delete cascade,
    item_index   int     not null,
    json         bytes   not null,
    is_object    boolean not null,
    errors       varchar not null, -- JSON array of {code, pointer, message, value}
    primary key (operation_id, item_index)
);
