-- What few messages hold beside their text: files, embeds, components, polls, where they came from.
ALTER TABLE messages ADD COLUMN extras jsonb;
