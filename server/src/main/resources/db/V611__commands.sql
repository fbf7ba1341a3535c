-- The commands of applications. Only chat.parley.bot.command touches these tables.
create table commands (
    id                  bigint primary key,
    application         bigint not null references applications (id) on delete cascade,
    -- 0 for a command that is everywhere.
    guild               bigint not null default 0,
    type                integer not null,
    name                text not null,
    -- Texts, options and contexts, as they are shown.
    definition          jsonb not null,
    -- Who may use it where nothing else is said; absent for everybody.
    default_permissions bigint,
    nsfw                boolean not null,
    version             bigint not null,
    unique (application, guild, type, name)
);

-- What a guild says about who may use a command, or, under the application's own id, about all of its commands.
create table command_permissions (
    guild       bigint not null references guilds on delete cascade,
    application bigint not null references applications (id) on delete cascade,
    target      bigint not null,
    entries     jsonb not null,
    primary key (guild, application, target)
);
