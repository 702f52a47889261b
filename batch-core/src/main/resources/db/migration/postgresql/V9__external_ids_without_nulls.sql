-- Most companies do not watch external ids: a column of nulls need not be kept in order.
drop index sales_order_external_id;
create unique index sales_order_external_id on sales_order (company_id, unique_external_order_id)
    where unique_external_order_id is not null;
