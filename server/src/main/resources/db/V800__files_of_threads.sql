-- Until now files in threads and posts were taken for those of lost channels, and hidden: what a message still shows
-- comes back, unless its time was up already.
UPDATE attachments a SET gone_at = NULL
WHERE gone_at IS NOT NULL
    AND EXISTS (SELECT 1 FROM threads t WHERE t.id = a.channel)
    AND EXISTS (
        SELECT 1 FROM messages m WHERE m.channel_id = a.channel AND m.id = a.message AND m.deleted_at IS NULL);
