-- Hashes of pictures that everybody may see.
alter table guilds
    add column banner text,
    add column splash text,
    add column discovery_splash text;

alter table members
    add column avatar text,
    add column banner text;
