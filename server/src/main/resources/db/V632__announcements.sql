-- Which channels follow which announcement channels, and the copies that were made. Only
-- chat.parley.message.announcement touches these tables.
CREATE TABLE followers (
    -- The id that the copies have as their author's.
    webhook    bigint      PRIMARY KEY,
    source     bigint      NOT NULL,
    target     bigint      NOT NULL,
    created_by bigint      NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (source, target)
);

CREATE TABLE crossposts (
    source_message bigint NOT NULL,
    target         bigint NOT NULL,
    target_message bigint NOT NULL,
    PRIMARY KEY (source_message, target)
);
