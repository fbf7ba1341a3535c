-- What applications are told about themselves, at an address of theirs. Only chat.parley.bot and
-- chat.parley.bot.event touch these.
alter table applications add column events_url text;
-- 1 switched off by the owner, 2 on, 3 switched off because nobody took what was told.
alter table applications add column events_status integer not null default 1;
alter table applications add column event_types text[] not null default '{}';

create table application_letters (
    id          bigint primary key,
    application bigint not null references applications (id) on delete cascade,
    body        text not null,
    attempts    integer not null default 0,
    next_at     timestamptz not null
);

create index application_letters_due on application_letters (next_at);
create index application_letters_application on application_letters (application);
