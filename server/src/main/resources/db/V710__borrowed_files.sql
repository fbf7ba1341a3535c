-- A forward has rows of its own for the files that it shows. Their bytes are those of another row, and stay until the
-- last of them is gone.
alter table attachments
    add column source bigint,
    add column source_channel bigint;

create index attachments_source on attachments (source) where source is not null;
