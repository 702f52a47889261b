-- What is deleted before its operation is, leaves word that it was there.
alter table upload add column content_deleted_at timestamp with time zone;
alter table batch_operation add column results_deleted_at timestamp with time zone;

-- Operations by age, for what is deleted after a time.
create index batch_operation_finished on batch_operation (finished_at);
-- Who else goes by an upload, when it is to be deleted.
create index batch_operation_upload on batch_operation (upload_id);

-- Spring Batch looks its executions up by these columns and lets foreign keys check them, but indexes none of them.
create index batch_job_execution_instance on batch_job_execution (job_instance_id);
create index batch_job_execution_params_execution on batch_job_execution_params (job_execution_id);
create index batch_step_execution_execution on batch_step_execution (job_execution_id);
