-- The list, newest first, with a filter that few operations pass: each of these lets the database read a page alone, however
-- many others there are. H2 reads an index in its own direction only, hence the one by company anew. By status also serves
-- the limits of the queue, as the index it replaces did.
create index batch_operation_newest on batch_operation (company_id, operation_id desc);
create index batch_operation_status on batch_operation (status, company_id, operation_id desc);
create index batch_operation_label on batch_operation (company_id, label, operation_id desc);
create index batch_operation_submitter on batch_operation (company_id, submitted_by, operation_id desc);
drop index batch_operation_company;
drop index batch_operation_open;
