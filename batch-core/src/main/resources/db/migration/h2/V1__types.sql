-- Byte strings of any length. H2's own VARBINARY ends at 1 MiB.
create domain bytes as binary large object;
