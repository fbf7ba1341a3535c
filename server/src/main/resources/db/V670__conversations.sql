-- Conversations are guilds without a hall, so they live in the same tables; only their kind tells.
ALTER TABLE guilds ADD COLUMN kind text NOT NULL DEFAULT 'COMMUNITY';

-- The one conversation of two people, so that there is never a second.
CREATE TABLE direct_conversations (
    low  bigint NOT NULL,
    high bigint NOT NULL,
    id   bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
    PRIMARY KEY (low, high)
);
