-- The key that signs addresses of pictures elsewhere. One row. Only chat.parley.preview touches this table.
CREATE TABLE external_key (
    id  boolean PRIMARY KEY DEFAULT true CHECK (id),
    key bytea   NOT NULL
);
