-- Events of a guild told to others' servers. Only chat.parley.bot.outgoing touches these tables.
create table outgoing_hooks (
    id         bigint primary key,
    guild      bigint not null references guilds on delete cascade,
    url        text not null,
    -- Signs what is sent (HMAC-SHA256).
    secret     text not null,
    events     text[] not null,
    creator    bigint not null,
    created_at timestamptz not null
);

create index outgoing_hooks_guild on outgoing_hooks (guild);

-- What is still to be told; what was told is deleted. A dead letter is one that nobody took.
create table outgoing_letters (
    id         bigint primary key,
    hook       bigint not null references outgoing_hooks (id) on delete cascade,
    event      text not null,
    body       text not null,
    attempts   integer not null default 0,
    next_at    timestamptz not null,
    dead       boolean not null default false,
    failure    text,
    created_at timestamptz not null
);

create index outgoing_letters_due on outgoing_letters (next_at) where not dead;
create index outgoing_letters_hook on outgoing_letters (hook, dead);
