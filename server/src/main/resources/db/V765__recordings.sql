-- Calls that were recorded with the consent of everybody present; the files are in the file store.
CREATE TABLE recordings (
    id         bigint      PRIMARY KEY,
    guild      bigint      NOT NULL,
    channel    bigint      NOT NULL,
    started_by bigint      NOT NULL,
    started_at timestamptz NOT NULL,
    -- Absent while it runs, or when the node was killed meanwhile.
    ended_at   timestamptz,
    people     bigint[]    NOT NULL
);
CREATE INDEX recordings_of_channel ON recordings (channel, id DESC);
CREATE INDEX recordings_of_guild ON recordings (guild);
CREATE INDEX recordings_by_age ON recordings (started_at);

CREATE TABLE recording_files (
    id          bigint  PRIMARY KEY,
    recording   bigint  NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
    -- Absent for the mix of all voices.
    user_id     bigint,
    source      text    NOT NULL,
    offset_ms   bigint  NOT NULL,
    duration_ms bigint  NOT NULL,
    bytes       bigint  NOT NULL
);
CREATE INDEX recording_files_of ON recording_files (recording);
