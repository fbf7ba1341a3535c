-- What messages said before they were edited, in guilds that keep it. Only chat.parley.moderation.edition touches this table.
CREATE TABLE message_editions (
    -- When it was replaced, and its place in the order.
    id         bigint NOT NULL,
    channel_id bigint NOT NULL,
    message_id bigint NOT NULL,
    content    text   NOT NULL,
    PRIMARY KEY (message_id, id)
);

CREATE INDEX message_editions_by_age ON message_editions (id);
