-- Programs that act on this node. An application has the id of its bot's account. Only chat.parley.bot touches these
-- tables.
create table applications (
    id                  bigint primary key references users (id),
    owner_id            bigint not null references users (id),
    name                text not null,
    description         text not null default '',
    icon                text,
    tags                text[] not null default '{}',
    terms_url           text,
    privacy_url         text,
    -- Whether others than the owner may install it.
    open                boolean not null default true,
    flags               integer not null default 0,
    -- Signs what is sent to the application's own address (Ed25519, PKCS #8 and the 32 bytes of the public key).
    private_key         bytea not null,
    public_key          bytea not null,
    interactions_url    text,
    install_url         text,
    install_scopes      text[] not null default '{}',
    install_permissions bigint not null default 0,
    token_shown_at      timestamptz,
    created_at          timestamptz not null
);

create index applications_owner on applications (owner_id);

-- The role that came with a bot.
alter table roles add column bot bigint;

create table installations (
    guild        bigint not null references guilds on delete cascade,
    application  bigint not null references applications (id) on delete cascade,
    installed_by bigint not null,
    scopes       text[] not null,
    permissions  bigint not null,
    installed_at timestamptz not null,
    primary key (guild, application)
);

create index installations_application on installations (application);
