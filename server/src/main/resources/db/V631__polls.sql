-- Votes, and when each poll ends. Only chat.parley.message.poll touches these tables. The question and its answers are
-- part of the message.
CREATE TABLE polls (
    message_id bigint      PRIMARY KEY,
    channel_id bigint      NOT NULL,
    ends_at    timestamptz NOT NULL,
    -- The result was told.
    ended      boolean     NOT NULL DEFAULT false
);

CREATE INDEX polls_open ON polls (ends_at) WHERE NOT ended;

CREATE TABLE poll_votes (
    message_id bigint  NOT NULL,
    answer     integer NOT NULL,
    user_id    bigint  NOT NULL,
    PRIMARY KEY (message_id, answer, user_id)
);

CREATE INDEX poll_votes_by_user ON poll_votes (user_id, message_id);

-- For the polls that a crash kept from being noted.
CREATE INDEX messages_polls ON messages (id) WHERE extras -> 'poll' IS NOT NULL;
