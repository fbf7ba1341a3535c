-- Programs that act for people (OAuth 2). Only chat.parley.bot and chat.parley.bot.oauth touch these.
alter table applications add column secret_hash bytea;
alter table applications add column secret_shown_at timestamptz;
alter table applications add column redirects text[] not null default '{}';
-- Its program runs where no secret can be kept; every code needs a proof key then.
alter table applications add column public_client boolean not null default false;
-- Where it can be installed: in guilds, by people for themselves.
alter table applications add column in_guilds boolean not null default true;
alter table applications add column by_people boolean not null default false;

-- What a person was asked and agreed to, until the program fetches its tokens.
create table oauth_codes (
    hash         bytea primary key,
    application  bigint not null references applications (id) on delete cascade,
    person       bigint not null references users (id) on delete cascade,
    redirect     text not null,
    scopes       text[] not null,
    challenge    text,
    guild        bigint,
    channel      bigint,
    expires_at   timestamptz not null,
    -- The grant that it became; a code that comes twice was stolen.
    spent_for    bigint
);

create index oauth_codes_expiry on oauth_codes (expires_at);

create table oauth_grants (
    id           bigint primary key,
    application  bigint not null references applications (id) on delete cascade,
    person       bigint not null references users (id) on delete cascade,
    scopes       text[] not null,
    access_hash  bytea not null unique,
    -- Absent for those that cannot be renewed.
    refresh_hash bytea unique,
    -- What was replaced last; who comes with it has stolen it, or was stolen from.
    spent_hash   bytea,
    expires_at   timestamptz not null,
    granted_at   timestamptz not null
);

create index oauth_grants_person on oauth_grants (person, application);
create index oauth_grants_application on oauth_grants (application);
create index oauth_grants_spent on oauth_grants (spent_hash);

-- Applications that people installed for themselves.
create table own_installations (
    person       bigint not null references users (id) on delete cascade,
    application  bigint not null references applications (id) on delete cascade,
    installed_at timestamptz not null,
    primary key (person, application)
);

create index own_installations_application on own_installations (application);
