-- Emoji of applications: their bots use them everywhere.
create table application_emojis (
    id          bigint primary key,
    application bigint  not null references applications on delete cascade,
    name        text    not null,
    animated    boolean not null,
    author      bigint  not null
);
create index application_emojis_application on application_emojis (application);
