-- Who did what in which guild. Only chat.parley.audit touches this table; a guild's entries go with the guild.
CREATE TABLE audit_entries (
    id      bigint   PRIMARY KEY,
    guild   bigint   NOT NULL REFERENCES guilds ON DELETE CASCADE,
    actor   bigint   NOT NULL,
    -- Discord's action type.
    kind    smallint NOT NULL,
    target  bigint,
    -- [{key, before?, after?}]
    changes jsonb    NOT NULL,
    -- {name: text}
    options jsonb    NOT NULL,
    reason  text
);

CREATE INDEX audit_entries_by_guild ON audit_entries (guild, id);
CREATE INDEX audit_entries_by_actor ON audit_entries (guild, actor, id);
CREATE INDEX audit_entries_by_kind ON audit_entries (guild, kind, id);
