-- The sounds of guilds' soundboards; the files are kept with the others.
CREATE TABLE soundboard_sounds (
    id         bigint           PRIMARY KEY,
    guild      bigint           NOT NULL REFERENCES guilds (id) ON DELETE CASCADE,
    name       text             NOT NULL,
    volume     double precision NOT NULL,
    emoji      bigint,
    emoji_name text,
    author     bigint           NOT NULL
);
CREATE INDEX soundboard_sounds_of_guild ON soundboard_sounds (guild, id);
