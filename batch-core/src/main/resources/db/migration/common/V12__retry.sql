-- Of a retry: the operation whose orders it takes up. Of an operation that was retried: its retry, for there is only one, so
-- that no order is taken up twice. No foreign keys: both stay true when the other operation is not kept any more.
alter table batch_operation add column retry_of uuid;
alter table batch_operation add column retried_by uuid;
