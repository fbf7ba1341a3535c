-- Accounts of people and bots. Only chat.parley.account touches this table.
create table users (
    id           bigint primary key,
    username     text not null,
    -- The name with its look-alikes folded (0 and o, 1 and l, rn and m), so that nobody can pass for somebody else.
    look         text not null,
    display_name text,
    avatar       text,
    banner       text,
    accent_color integer,
    bio          text not null default '',
    pronouns     text not null default '',
    email        text,
    kind         text not null default 'PERSON',
    operator     boolean not null default false,
    created_at   timestamptz not null
);

create unique index users_username on users (username);
create unique index users_look on users (look);
create unique index users_email on users (lower(email)) where email is not null;
create index users_operator on users (id) where operator;
create index users_username_prefix on users (username text_pattern_ops);
