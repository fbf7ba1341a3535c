-- How a guild is found and how it receives newcomers; part of its settings.
ALTER TABLE guilds
    ADD COLUMN listed boolean NOT NULL DEFAULT false,
    ADD COLUMN asks_rules boolean NOT NULL DEFAULT false,
    ADD COLUMN welcomes boolean NOT NULL DEFAULT false,
    ADD COLUMN onboards boolean NOT NULL DEFAULT false,
    ADD COLUMN widget boolean NOT NULL DEFAULT false,
    ADD COLUMN widget_channel bigint,
    ADD COLUMN widget_invite text;

CREATE INDEX guilds_listed ON guilds (id) WHERE listed;

-- The code that a guild chose for itself, in lower case. How often somebody came by it is counted here.
CREATE TABLE vanity_codes (
    guild bigint PRIMARY KEY REFERENCES guilds ON DELETE CASCADE,
    code text NOT NULL UNIQUE,
    uses bigint NOT NULL DEFAULT 0
);

-- Whether a member has still to accept the rules, and Discord's flags of members.
ALTER TABLE members
    ADD COLUMN pending boolean NOT NULL DEFAULT false,
    ADD COLUMN flags integer NOT NULL DEFAULT 0;

-- The last day (UTC) on which a person used a signed-in device. Written with the sessions and no more often.
CREATE TABLE last_seen (
    user_id bigint PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    day date NOT NULL
);

INSERT INTO last_seen (user_id, day)
SELECT user_id, max(last_used_at AT TIME ZONE 'UTC')::date FROM sessions GROUP BY user_id;
