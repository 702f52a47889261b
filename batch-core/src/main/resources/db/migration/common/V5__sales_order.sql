-- Ids are allocated a page (100 orders) at a time.
create sequence sales_order_id increment by 100;

-- Groups that are only carried through (dimension descriptions, GL analysis as given) share JSON columns; what is asked for
-- or checked has a column of its own.
create table sales_order (
    order_id                         bigint primary key,
    company_id                       varchar not null,
    order_number                     bigint  not null,
    operation_id                     uuid,   -- null: created alone
    item_index                       int,
    posting_cycle                    bigint, -- null: the company uses none
    line_count                       int     not null,
    total_amount                     numeric(22, 4) not null,
    saved_at                         timestamp with time zone not null,
    accountable                      varchar,
    customer_id                      varchar not null,
    is_back_to_back_order_used       boolean,
    is_billed_at_project             boolean,
    currency_code                    varchar not null,
    is_part_of_consolidated_invoice  boolean,
    external_reference               varchar,
    external_order_id                varchar,
    unique_external_order_id         varchar, -- the external id where the company wants it unique, else null
    follow_up                        date,
    notes                            varchar,
    order_date                       date    not null,
    order_type                       varchar,
    period                           int     not null,
    responsible                      varchar not null,
    sales_person                     varchar not null,
    order_status                     varchar,
    transaction_type                 varchar not null,
    default_gl_analysis              varchar, -- JSON as given
    has_delivery_information         boolean not null,
    third_party_delivery_id          varchar,
    third_party_delivery_address_id  bigint,
    third_party_type_delivery_address varchar,
    third_party_delivery_address     varchar,
    delivery_method_description      varchar,
    delivery_terms_description       varchar,
    delivery_comment                 varchar,
    delivery_date                    date,
    delivery_method                  varchar,
    delivery_terms                   varchar,
    has_invoicing                    boolean not null,
    customer_address_id              bigint,
    invoice_recipient_id             varchar,
    header_text                      varchar,
    footer_text                      varchar,
    payment_method                   varchar,
    payment_terms                    varchar,
    text1                            varchar,
    text2                            varchar,
    text3                            varchar,
    text4                            varchar
);

-- Decides races for a number and finds an order by its number.
create unique index sales_order_number on sales_order (company_id, order_number);

-- Decides races for an external order id.
create unique index sales_order_external_id on sales_order (company_id, unique_external_order_id);

-- The successes of an operation in file order.
create index sales_order_operation on sales_order (operation_id, item_index);

-- Lines, postings and tasks are written in the transaction of their header and read by its id. A foreign key would cost half
-- as much again as the rows themselves and could only ever repeat what that transaction guarantees.
create table sales_order_line (
    order_id                                     bigint not null,
    line_number                                  int    not null,
    distribution_key                             bigint,
    product_code                                 varchar not null,
    product_description                          varchar,
    is_back_to_back_order_used_on_line           boolean,
    back_to_back_order_number                    bigint,
    is_customer_address_used_on_back_to_back_order boolean,
    currency_amount                              numeric(19, 4) not null,
    line_discount_percent                        numeric(7, 4),
    line_delivery_date                           date,
    status                                       varchar,
    back_to_back_order_priority                  varchar,
    price                                        numeric(18, 6) not null,
    product_text                                 varchar,
    quantity                                     numeric(18, 6) not null,
    accounting_template                          varchar,
    unit                                         varchar,
    gl_analysis                                  varchar, -- JSON as given
    primary key (order_id, line_number)
);

create table gl_posting (
    order_id     bigint  not null,
    line_number  int     not null,
    split_number int     not null,
    kind         varchar not null, -- revenue, tax
    account      varchar,
    dim1         varchar,
    dim2         varchar,
    dim3         varchar,
    dim4         varchar,
    dim5         varchar,
    dim6         varchar,
    dim7         varchar,
    amount       numeric(19, 4) not null,
    tax_code     varchar,
    primary key (order_id, line_number, split_number, kind)
);

create table workflow_task (
    order_id    bigint not null,
    line_number int    not null,
    primary key (order_id, line_number)
);
