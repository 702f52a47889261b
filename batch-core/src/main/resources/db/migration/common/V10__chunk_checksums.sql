-- So that a chunk is known to be as it was received before anything of it is saved; null for those stored before.
alter table upload_chunk add column sha256 varchar;
