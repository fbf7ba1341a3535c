-- Addresses by which programs write into a channel. Only chat.parley.bot.webhook touches this table. The token is kept
-- in the clear, because whoever manages webhooks may read the address again.
create table webhooks (
    id          bigint primary key,
    guild       bigint not null references guilds on delete cascade,
    channel     bigint not null,
    name        text not null,
    avatar      text,
    token       text not null,
    application bigint,
    creator     bigint,
    created_at  timestamptz not null
);

create index webhooks_guild on webhooks (guild);
create index webhooks_channel on webhooks (channel);
