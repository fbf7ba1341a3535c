-- What people chose for themselves; absent means everything as it comes. Only chat.parley.account.settings touches it.
create table user_settings (
    user_id         bigint primary key references users (id) on delete cascade,
    theme           text not null,
    locale          text not null,
    compact         boolean not null,
    status          text not null,
    custom_text     text,
    custom_emoji    text,
    custom_until    timestamptz,
    guild_positions bigint[] not null,
    developer_mode  boolean not null,
    reduced_motion  boolean not null
);
