-- What members reported to their guild's moderators. Only chat.parley.moderation.report touches this table.
CREATE TABLE reports (
    id         bigint PRIMARY KEY,
    guild      bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
    reporter   bigint NOT NULL,
    -- Whom it is about.
    user_id    bigint NOT NULL,
    channel_id bigint,
    message_id bigint,
    -- What the message said then.
    content    text,
    reason     text   NOT NULL,
    state      text   NOT NULL,
    assignee   bigint,
    outcome    text,
    closed_by  bigint,
    closed_at  timestamptz
);

CREATE INDEX reports_by_guild ON reports (guild, state, id);
CREATE INDEX reports_by_reporter ON reports (guild, reporter) WHERE state = 'OPEN';
