-- Communities. Channels belong to another feature, so columns that name one refer to no table.
CREATE TABLE guilds (
    id bigint PRIMARY KEY,
    name text NOT NULL,
    icon text,
    description text,
    owner bigint NOT NULL,
    system_channel bigint,
    rules_channel bigint,
    afk_channel bigint,
    afk_timeout_s integer NOT NULL,
    verification_level integer NOT NULL,
    default_notifications integer NOT NULL,
    content_filter integer NOT NULL,
    locale text NOT NULL,
    created_at timestamptz NOT NULL
);

-- The role @everyone has the guild's id and position 0. Positions are unique; the check waits for the commit, because a
-- reorder passes through states that are not.
CREATE TABLE roles (
    id bigint PRIMARY KEY,
    guild bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
    name text NOT NULL,
    color integer NOT NULL,
    hoist boolean NOT NULL,
    mentionable boolean NOT NULL,
    managed boolean NOT NULL,
    position integer NOT NULL,
    permissions bigint NOT NULL,
    UNIQUE (guild, position) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE members (
    guild bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
    user_id bigint NOT NULL,
    nick text,
    roles bigint[] NOT NULL DEFAULT '{}',
    joined_at timestamptz NOT NULL,
    timeout_until timestamptz,
    temporary boolean NOT NULL DEFAULT false,
    PRIMARY KEY (guild, user_id)
);
CREATE INDEX members_by_user ON members (user_id);

CREATE TABLE bans (
    guild bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
    user_id bigint NOT NULL,
    banned_by bigint NOT NULL,
    reason text,
    banned_at timestamptz NOT NULL,
    PRIMARY KEY (guild, user_id)
);
