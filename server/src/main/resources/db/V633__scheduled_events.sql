-- What a community plans, and who is interested. Only chat.parley.channel.event touches these tables.
CREATE TABLE scheduled_events (
    id          bigint      PRIMARY KEY,
    guild       bigint      NOT NULL REFERENCES guilds ON DELETE CASCADE,
    creator     bigint      NOT NULL,
    kind        text        NOT NULL,
    status      text        NOT NULL,
    name        text        NOT NULL,
    description text,
    channel     bigint,
    location    text,
    starts_at   timestamptz NOT NULL,
    ends_at     timestamptz
);

CREATE INDEX scheduled_events_by_guild ON scheduled_events (guild, starts_at);

CREATE TABLE scheduled_event_users (
    event   bigint NOT NULL REFERENCES scheduled_events ON DELETE CASCADE,
    user_id bigint NOT NULL,
    PRIMARY KEY (event, user_id)
);
