-- A role's picture, by its hash, or an emoji in its place.
ALTER TABLE roles
    ADD COLUMN icon text,
    ADD COLUMN unicode_emoji text;
