-- Covers of events, how they recur, and when each goes on by itself: begins, or ends. Only chat.parley.channel.event
-- touches it.
ALTER TABLE scheduled_events
    ADD COLUMN image text,
    ADD COLUMN recurrence jsonb,
    -- Absent for what is over.
    ADD COLUMN due_at timestamptz;

UPDATE scheduled_events
SET due_at = CASE status
    WHEN 'SCHEDULED' THEN starts_at
    WHEN 'ACTIVE' THEN coalesce(ends_at, starts_at + interval '12 hours')
END;

CREATE INDEX scheduled_events_due ON scheduled_events (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX scheduled_events_by_channel ON scheduled_events (channel) WHERE due_at IS NOT NULL;
CREATE INDEX scheduled_event_users_by_user ON scheduled_event_users (user_id);
