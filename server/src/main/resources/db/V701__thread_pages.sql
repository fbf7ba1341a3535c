-- Pages of archived threads, public and private apart, by when they were archived and by when they began. Only
-- chat.parley.channel touches it.
CREATE INDEX threads_archived_public ON threads (parent, changed_at DESC, id DESC)
    WHERE archived AND kind <> 'PRIVATE_THREAD';
CREATE INDEX threads_archived_private ON threads (parent, changed_at DESC, id DESC)
    WHERE archived AND kind = 'PRIVATE_THREAD';
CREATE INDEX threads_archived_by_start ON threads (parent, id DESC) WHERE archived AND kind <> 'PRIVATE_THREAD';
DROP INDEX threads_archived;
