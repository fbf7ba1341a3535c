-- Pages of archived threads, public and private apart, and those that a post's tags or name are looked for in. Only
-- chat.parley.channel touches it.
CREATE INDEX threads_archive_pages ON threads (parent, (kind = 'PRIVATE_THREAD'), changed_at DESC, id DESC)
    WHERE archived;
CREATE INDEX threads_archive_by_start ON threads (parent, (kind = 'PRIVATE_THREAD'), id DESC) WHERE archived;
DROP INDEX threads_archived;
