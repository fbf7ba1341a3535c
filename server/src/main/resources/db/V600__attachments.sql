-- The files of messages. What a message shows of them is in the message; this says where their bytes belong.
create table attachments (
    id           bigint primary key,
    channel      bigint      not null,
    owner        bigint      not null,
    -- Null until it was sent; such a file is thrown away after a day.
    message      bigint,
    filename     text        not null,
    content_type text        not null,
    -- Whether a browser may show it; otherwise it is only downloaded.
    shown        boolean     not null,
    size         bigint      not null,
    -- Of a picture as it is stored, and how it is to be turned.
    width        integer,
    height       integer,
    orientation  smallint,
    created_at   timestamptz not null,
    -- When its message was deleted or it was taken out of it.
    gone_at      timestamptz
);

create index attachments_message on attachments (message) where message is not null;
create index attachments_channel on attachments (channel);
create index attachments_unsent on attachments (created_at) where message is null and gone_at is null;
create index attachments_gone on attachments (gone_at) where gone_at is not null;
