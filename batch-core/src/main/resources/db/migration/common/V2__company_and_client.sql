create table company (
    company_id                varchar primary key,
    name                      varchar not null,
    unique_external_order_ids boolean not null
);

create table api_client (
    client_id          varchar primary key,
    secret_hash        varchar not null,
    scopes             varchar not null, -- blank-separated, as in OAuth 2
    default_company_id varchar not null references company,
    created_at         timestamp with time zone not null
);

create table api_client_company (
    client_id  varchar not null references api_client on delete cascade,
    company_id varchar not null references company,
    primary key (client_id, company_id)
);
