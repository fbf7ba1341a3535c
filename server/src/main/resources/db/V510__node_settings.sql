-- What the owner of the node has decided. Only chat.parley.node touches this table.
create table node_settings (
    -- There is one row: this column can only be true.
    id           boolean primary key default true check (id),
    -- Null: never decided, the configuration holds.
    name         text,
    description  text,
    registration text check (registration in ('OPEN', 'INVITE', 'CLOSED'))
);
