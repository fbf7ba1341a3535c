-- Members whom moderators muted or deafened in the voice channels of a guild.
CREATE TABLE voice_sanctions (
    guild   bigint  NOT NULL REFERENCES guilds (id) ON DELETE CASCADE,
    user_id bigint  NOT NULL,
    mute    boolean NOT NULL,
    deaf    boolean NOT NULL,
    PRIMARY KEY (guild, user_id)
);
