-- The key that signs bearer tokens, one for all nodes, as a JSON Web Key with its private part.
create table signing_key (
    slot       smallint primary key check (slot = 1),
    jwk        varchar not null,
    created_at timestamp with time zone not null
);
