-- A place in the queue is a point in time, which takes more than a smallint.
alter table scheduled_tasks alter column priority set data type int;
