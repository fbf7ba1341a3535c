-- What crash recovery of the search index asks: which messages were edited since then.
CREATE INDEX messages_edited ON messages (edited_at, id) WHERE edited_at IS NOT NULL;

-- Names this database, so that an index on disk that was made of another is noticed; and how far the side table is.
CREATE TABLE search_state (
    id       boolean PRIMARY KEY DEFAULT true CHECK (id),
    identity text        NOT NULL,
    language text,
    newest   bigint      NOT NULL DEFAULT 0,
    since    timestamptz NOT NULL DEFAULT to_timestamp(0)
);
INSERT INTO search_state (identity) VALUES (gen_random_uuid()::text);

-- The alternative to the index on disk: the words of each message. Empty unless search_engine is postgres.
CREATE TABLE search_messages (
    id         bigint PRIMARY KEY,
    channel_id bigint   NOT NULL,
    author_id  bigint   NOT NULL,
    mentions   bigint[] NOT NULL,
    has        text[]   NOT NULL,
    words      text[]   NOT NULL
);
CREATE INDEX search_messages_words ON search_messages USING gin (words);
CREATE INDEX search_messages_channel ON search_messages (channel_id, id);
