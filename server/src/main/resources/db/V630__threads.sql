-- Threads: conversations beside a channel. Only chat.parley.channel touches these tables.
CREATE TABLE threads (
    id               bigint      PRIMARY KEY,
    guild            bigint      NOT NULL,
    parent           bigint      NOT NULL REFERENCES channels ON DELETE CASCADE,
    kind             text        NOT NULL,
    name             text        NOT NULL,
    slowmode_s       integer     NOT NULL,
    owner            bigint      NOT NULL,
    archived         boolean     NOT NULL,
    locked           boolean     NOT NULL,
    invitable        boolean     NOT NULL,
    auto_archive_min integer     NOT NULL,
    -- When it was last archived or opened again.
    changed_at       timestamptz NOT NULL,
    created_at       timestamptz NOT NULL,
    pinned           boolean     NOT NULL,
    tags             bigint[]    NOT NULL
);

CREATE INDEX threads_active ON threads (guild) WHERE NOT archived;
CREATE INDEX threads_archived ON threads (parent, kind, changed_at DESC) WHERE archived;
CREATE INDEX threads_parent ON threads (parent, id);

CREATE TABLE thread_members (
    thread    bigint      NOT NULL REFERENCES threads ON DELETE CASCADE,
    user_id   bigint      NOT NULL,
    joined_at timestamptz NOT NULL,
    PRIMARY KEY (thread, user_id)
);

CREATE INDEX thread_members_by_user ON thread_members (user_id, thread);

-- Defaults of new threads, and how a forum is set up; absent for channels that are none.
ALTER TABLE channels
    ADD COLUMN thread_archive_min integer,
    ADD COLUMN thread_slowmode_s integer NOT NULL DEFAULT 0,
    ADD COLUMN forum jsonb;

-- How many messages a thread has, up to which one they are counted. Only chat.parley.message.thread touches it.
CREATE TABLE thread_counts (
    thread   bigint  PRIMARY KEY,
    messages integer NOT NULL,
    sent     integer NOT NULL,
    up_to    bigint  NOT NULL
);
