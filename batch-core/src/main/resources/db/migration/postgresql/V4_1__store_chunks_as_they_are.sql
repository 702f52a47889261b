-- Uploads are compressed already, or passed on at once: compressing them again would cost more than it saves.
alter table upload_chunk alter column content set storage external;
