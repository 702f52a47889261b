-- Finds the few operations with errors among many. A column of its own, for failed_items changes with every page, and with it
-- the row would leave its place in all indexes; this one changes once.
alter table batch_operation add column has_errors boolean generated always as (failed_items > 0);
create index batch_operation_errors on batch_operation (company_id, has_errors, operation_id desc);
