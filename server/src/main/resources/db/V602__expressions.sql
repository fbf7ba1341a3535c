-- Emoji and stickers of guilds. Their pictures are files.
create table emojis (
    id       bigint primary key,
    guild    bigint   not null references guilds on delete cascade,
    name     text     not null,
    -- Who may use it; empty for everybody.
    roles    bigint[] not null default '{}',
    animated boolean  not null,
    author   bigint   not null
);
create index emojis_guild on emojis (guild);

create table stickers (
    id          bigint primary key,
    guild       bigint  not null references guilds on delete cascade,
    name        text    not null,
    description text    not null,
    tags        text    not null,
    -- Discord's number: 1 PNG, 2 APNG, 3 Lottie, 4 GIF.
    format      integer not null,
    author      bigint  not null
);
create index stickers_guild on stickers (guild);
