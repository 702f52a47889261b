-- One table a kind, keyed by company. No foreign keys between them: reference data arrives in any order, and an order that
-- points nowhere is refused by validation.
create table customer (
    company_id    varchar not null references company,
    customer_id   varchar not null,
    name          varchar,
    currency_code varchar,
    active        boolean not null,
    primary key (company_id, customer_id)
);

create table product (
    company_id   varchar not null references company,
    product_code varchar not null,
    description  varchar,
    price        numeric(18, 6),
    unit         varchar,
    account      varchar,
    tax_code     varchar,
    active       boolean not null,
    primary key (company_id, product_code)
);

create table sales_person (
    company_id varchar not null references company,
    user_id    varchar not null,
    name       varchar,
    active     boolean not null,
    primary key (company_id, user_id)
);

create table transaction_type (
    company_id       varchar not null references company,
    transaction_type varchar not null,
    number_series    varchar not null,
    description      varchar,
    primary key (company_id, transaction_type)
);

create table number_series (
    company_id    varchar not null references company,
    number_series varchar not null,
    assignment    varchar not null check (assignment in ('automatic', 'manual', 'either')),
    first_number  bigint  not null,
    last_number   bigint  not null,
    next_number   bigint, -- null until a number has been drawn
    primary key (company_id, number_series)
);

create table currency (
    company_id    varchar not null references company,
    currency_code varchar not null,
    decimals      bigint,
    primary key (company_id, currency_code)
);

create table unit (
    company_id  varchar not null references company,
    code        varchar not null,
    description varchar,
    primary key (company_id, code)
);

create table account (
    company_id  varchar not null references company,
    code        varchar not null,
    description varchar,
    primary key (company_id, code)
);

create table payment_term (
    company_id  varchar not null references company,
    code        varchar not null,
    description varchar,
    primary key (company_id, code)
);

create table payment_method (
    company_id  varchar not null references company,
    code        varchar not null,
    description varchar,
    primary key (company_id, code)
);

create table delivery_term (
    company_id  varchar not null references company,
    code        varchar not null,
    description varchar,
    primary key (company_id, code)
);

create table delivery_method (
    company_id  varchar not null references company,
    code        varchar not null,
    description varchar,
    primary key (company_id, code)
);

create table tax_code (
    company_id varchar not null references company,
    tax_code   varchar not null,
    tax_system varchar,
    percent    numeric(18, 6),
    primary key (company_id, tax_code)
);

create table dimension_value (
    company_id   varchar not null references company,
    dimension    bigint  not null,
    dim_value    varchar not null,
    attribute_id varchar,
    description  varchar,
    primary key (company_id, dimension, dim_value)
);

create table period (
    company_id varchar not null references company,
    period     bigint  not null,
    open       boolean not null,
    primary key (company_id, period)
);

create table posting_cycle (
    company_id  varchar not null references company,
    first_cycle bigint  not null,
    last_cycle  bigint  not null,
    next_cycle  bigint, -- null until a cycle has been taken
    primary key (company_id, first_cycle)
);

-- Raised by every change of a company's reference data; whoever remembers any of it looks here first.
create table reference_version (
    company_id varchar primary key references company,
    version    bigint  not null
);
