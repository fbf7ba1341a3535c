-- A guild's shape to make others from. Only chat.parley.reception.template touches this.
CREATE TABLE templates (
    code text PRIMARY KEY,
    guild bigint NOT NULL UNIQUE REFERENCES guilds ON DELETE CASCADE,
    name text NOT NULL,
    description text,
    uses integer NOT NULL DEFAULT 0,
    creator bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    plan jsonb NOT NULL
);
