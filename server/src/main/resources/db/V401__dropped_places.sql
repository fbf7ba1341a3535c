-- Channels and guilds that were deleted and whose messages are still to be removed, a few at a time.
CREATE TABLE dropped_places (
    id         bigint      PRIMARY KEY,
    dropped_at timestamptz NOT NULL
);
