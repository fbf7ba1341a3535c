-- Voice channels that vanish when the last one leaves, and lobbies that make them.
ALTER TABLE channels ADD COLUMN lifespan text NOT NULL DEFAULT 'KEPT';
CREATE INDEX channels_passing ON channels (id) WHERE lifespan = 'TEMPORARY';
