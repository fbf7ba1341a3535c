-- Passwords, sessions and tokens. Only chat.parley.auth touches these tables. No token is here in the clear.
create table credentials (
    user_id    bigint primary key references users (id) on delete cascade,
    -- A PHC string, with the parameters it was made with; `$2…` for bcrypt hashes of imports.
    hash       text not null,
    changed_at timestamptz not null
);

create table signing_keys (
    id          text primary key,
    private_key bytea not null,
    created_at  timestamptz not null
);

create table sessions (
    id           bigint primary key,
    user_id      bigint not null references users (id) on delete cascade,
    os           text not null,
    platform     text not null,
    ip           text not null,
    created_at   timestamptz not null,
    last_used_at timestamptz not null,
    expires_at   timestamptz not null,
    revoked_at   timestamptz
);

create index sessions_user on sessions (user_id, last_used_at desc);
create index sessions_revoked on sessions (revoked_at) where revoked_at is not null;

-- The family of a session: one token that is good, and those it came from, kept to notice that one is used again.
create table refresh_tokens (
    hash       bytea primary key,
    session_id bigint not null references sessions (id) on delete cascade,
    expires_at timestamptz not null,
    spent      boolean not null default false
);

create index refresh_tokens_session on refresh_tokens (session_id, expires_at);

create table bot_tokens (
    user_id    bigint primary key references users (id) on delete cascade,
    owner_id   bigint not null references users (id) on delete cascade,
    hash       bytea not null,
    created_at timestamptz not null
);

create index bot_tokens_owner on bot_tokens (owner_id);
