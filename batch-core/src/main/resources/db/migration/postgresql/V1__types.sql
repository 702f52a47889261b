-- Byte strings of any length.
create domain bytes as bytea;
