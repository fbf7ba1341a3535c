-- How a guild protects itself; part of its settings.
ALTER TABLE guilds
    ADD COLUMN screened boolean NOT NULL DEFAULT false,
    ADD COLUMN keeps_edits boolean NOT NULL DEFAULT false,
    ADD COLUMN raid_joins integer NOT NULL DEFAULT 0,
    ADD COLUMN alerts_channel bigint,
    ADD COLUMN invites_paused_until timestamptz,
    ADD COLUMN dms_paused_until timestamptz,
    ADD COLUMN raid_at timestamptz;

-- The rules of automatic moderation. Only chat.parley.moderation.automod touches this table.
CREATE TABLE automod_rules (
    id      bigint  PRIMARY KEY,
    guild   bigint  NOT NULL REFERENCES guilds ON DELETE CASCADE,
    creator bigint  NOT NULL,
    name    text    NOT NULL,
    enabled boolean NOT NULL,
    -- {trigger, actions, exempt_roles, exempt_channels}
    body    jsonb   NOT NULL
);

CREATE INDEX automod_rules_by_guild ON automod_rules (guild, id);

-- Whom a rule about names keeps silent until their names are in order.
CREATE TABLE automod_restrained (
    guild   bigint NOT NULL REFERENCES guilds ON DELETE CASCADE,
    user_id bigint NOT NULL,
    PRIMARY KEY (guild, user_id)
);
