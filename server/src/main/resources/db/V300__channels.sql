CREATE TABLE channels (
    id bigint PRIMARY KEY,
    guild bigint NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    position integer NOT NULL,
    parent bigint,
    topic text,
    nsfw boolean NOT NULL,
    slowmode_s integer NOT NULL,
    bitrate integer NOT NULL,
    user_limit integer NOT NULL
);
CREATE INDEX channels_by_guild ON channels (guild);

CREATE TABLE channel_overwrites (
    channel bigint NOT NULL REFERENCES channels ON DELETE CASCADE,
    target bigint NOT NULL,
    kind text NOT NULL,
    allow bigint NOT NULL,
    deny bigint NOT NULL,
    PRIMARY KEY (channel, target)
);
CREATE INDEX channel_overwrites_by_target ON channel_overwrites (target);

CREATE TABLE invites (
    code text PRIMARY KEY,
    guild bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
    channel bigint NOT NULL REFERENCES channels ON DELETE CASCADE,
    inviter bigint,
    uses integer NOT NULL,
    max_uses integer NOT NULL,
    max_age_s integer NOT NULL,
    temporary boolean NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX invites_by_guild ON invites (guild);
CREATE INDEX invites_by_channel ON invites (channel);
