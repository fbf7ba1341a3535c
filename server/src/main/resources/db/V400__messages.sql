-- What people write. No foreign keys: the row of a message is the hottest insert of the system.
-- The order of a channel is the order of ids. A deleted row stays until it is purged and is never served.
CREATE TABLE messages (
    channel_id       bigint      NOT NULL,
    id               bigint      NOT NULL,
    guild_id         bigint      NOT NULL,
    author_id        bigint      NOT NULL,
    kind             smallint    NOT NULL,
    flags            integer     NOT NULL,
    content          text        NOT NULL,
    reply_to         bigint,
    mention_users    bigint[]    NOT NULL,
    mention_roles    bigint[]    NOT NULL,
    mention_everyone boolean     NOT NULL,
    nonce            text,
    edited_at        timestamptz,
    pinned_at        timestamptz,
    deleted_at       timestamptz,
    PRIMARY KEY (channel_id, id)
);

CREATE INDEX messages_pinned ON messages (channel_id, pinned_at) WHERE pinned_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX messages_deleted ON messages (deleted_at) WHERE deleted_at IS NOT NULL;

-- The nonces of the last minutes, written in the transaction of their message. A table of its own keeps the index
-- small and lets old ones go without touching a message.
CREATE TABLE message_nonces (
    author_id  bigint NOT NULL,
    channel_id bigint NOT NULL,
    nonce      text   NOT NULL,
    message_id bigint NOT NULL,
    PRIMARY KEY (author_id, channel_id, nonce)
);

CREATE INDEX message_nonces_age ON message_nonces (message_id);

-- Whom a message mentions: a user, a role, or everyone (then the target is the guild). One row a mention however large
-- the guild is; how many are unread is counted when somebody asks.
CREATE TABLE mentions (
    target_id  bigint NOT NULL,
    channel_id bigint NOT NULL,
    message_id bigint NOT NULL,
    author_id  bigint NOT NULL,
    PRIMARY KEY (target_id, channel_id, message_id)
);

CREATE INDEX mentions_message ON mentions (message_id);

-- The id tells the order in which they were chosen.
CREATE TABLE reactions (
    message_id bigint NOT NULL,
    emoji      text   NOT NULL,
    user_id    bigint NOT NULL,
    id         bigint NOT NULL,
    PRIMARY KEY (message_id, emoji, user_id)
);

-- How far each person has read in each channel.
CREATE TABLE read_states (
    user_id    bigint NOT NULL,
    channel_id bigint NOT NULL,
    message_id bigint NOT NULL,
    PRIMARY KEY (user_id, channel_id)
) WITH (fillfactor = 80);
