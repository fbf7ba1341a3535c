-- What newcomers of a guild are shown and asked. Only chat.parley.reception touches these tables.
CREATE TABLE receptions (
    guild bigint PRIMARY KEY REFERENCES guilds ON DELETE CASCADE,
    -- {description, places: [{channel, description, emoji, emojiName}]}
    welcome jsonb,
    -- {version, description, terms: [text]}
    rules jsonb,
    -- {prompts: [{id, title, options: […], …}], channels: [id], mode}
    onboarding jsonb
);

CREATE TABLE onboarding_answers (
    guild bigint NOT NULL,
    user_id bigint NOT NULL,
    options bigint[] NOT NULL,
    PRIMARY KEY (guild, user_id),
    FOREIGN KEY (guild, user_id) REFERENCES members ON DELETE CASCADE
);
