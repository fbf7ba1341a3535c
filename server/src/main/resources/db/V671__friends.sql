-- What two people are to each other, as each of them sees it. Only chat.parley.friend touches these tables.
CREATE TABLE relations (
    user_id  bigint      NOT NULL REFERENCES users ON DELETE CASCADE,
    other_id bigint      NOT NULL REFERENCES users ON DELETE CASCADE,
    kind     text        NOT NULL,
    nick     text,
    since    timestamptz NOT NULL,
    PRIMARY KEY (user_id, other_id)
);
CREATE INDEX relations_other ON relations (other_id);

-- What somebody wrote about somebody else, for their own eyes.
CREATE TABLE notes (
    user_id  bigint NOT NULL REFERENCES users ON DELETE CASCADE,
    about_id bigint NOT NULL REFERENCES users ON DELETE CASCADE,
    text     text   NOT NULL,
    PRIMARY KEY (user_id, about_id)
);
CREATE INDEX notes_about ON notes (about_id);

-- Privacy, folders of guilds, quiet hours and keywords, as one JSON object.
ALTER TABLE user_settings ADD COLUMN habits jsonb;

-- When somebody wants to be told of what happens in a guild; guild 1, which is none, stands for conversations.
CREATE TABLE guild_alerts (
    user_id  bigint NOT NULL REFERENCES users ON DELETE CASCADE,
    guild_id bigint NOT NULL,
    alerts   jsonb  NOT NULL,
    PRIMARY KEY (user_id, guild_id)
);

-- Somebody's newest calls first, and those they have put away.
CREATE INDEX mentions_recent ON mentions (target_id, message_id DESC);
CREATE TABLE dismissed_mentions (
    user_id    bigint NOT NULL REFERENCES users ON DELETE CASCADE,
    message_id bigint NOT NULL,
    PRIMARY KEY (user_id, message_id)
);
