package chat.parley.message.poll;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.Id;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The SQL of polls and their votes.
final class PollStore {
    private final Database database;

    PollStore(Database database) {
        this.database = database;
    }

    record Due(ChannelId channel, MessageId message) {}

    void note(MessageId message, ChannelId channel, Instant endsAt) {
        database.change("""
                INSERT INTO polls (message_id, channel_id, ends_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                """, message, channel, endsAt);
    }

    /// Notes those that were posted and not noted, because the program ended in between.
    void recover() {
        database.change("""
                INSERT INTO polls (message_id, channel_id, ends_at)
                SELECT id, channel_id, (extras -> 'poll' ->> 'expiresAt')::timestamptz FROM messages
                WHERE extras -> 'poll' IS NOT NULL AND deleted_at IS NULL
                    AND NOT EXISTS (SELECT FROM polls WHERE message_id = id)
                ON CONFLICT DO NOTHING
                """);
    }

    List<Due> due(Instant now) {
        return database.list(
                "SELECT channel_id, message_id FROM polls WHERE NOT ended AND ends_at <= ? ORDER BY ends_at LIMIT 100",
                row -> new Due(new ChannelId(row.number("channel_id")), new MessageId(row.number("message_id"))),
                now);
    }

    /// @return false when somebody else ended it before
    boolean end(MessageId message, ChannelId channel, Instant at) {
        return database.change("""
                        INSERT INTO polls AS held (message_id, channel_id, ends_at, ended) VALUES (?, ?, ?, true)
                        ON CONFLICT (message_id) DO UPDATE SET ended = true, ends_at = least(held.ends_at, excluded.ends_at)
                            WHERE NOT held.ended
                        """, message, channel, at) > 0;
    }

    Set<Integer> votesOf(MessageId message, UserId user) {
        return new HashSet<>(database.list(
                "SELECT answer FROM poll_votes WHERE message_id = ? AND user_id = ?",
                row -> row.integer("answer"),
                message,
                user));
    }

    void vote(MessageId message, UserId user, Collection<Integer> added, Collection<Integer> removed) {
        database.transaction(sql -> {
            for (int answer : removed) {
                sql.change(
                        "DELETE FROM poll_votes WHERE message_id = ? AND answer = ? AND user_id = ?",
                        message,
                        answer,
                        user);
            }
            for (int answer : added) {
                sql.change(
                        "INSERT INTO poll_votes (message_id, answer, user_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        message,
                        answer,
                        user);
            }
            return true;
        });
    }

    List<UserId> voters(MessageId message, int answer, @Nullable UserId after, int limit) {
        return database.list(
                """
                SELECT user_id FROM poll_votes WHERE message_id = ? AND answer = ? AND user_id > ?
                ORDER BY user_id LIMIT ?
                """,
                row -> new UserId(row.number("user_id")),
                message,
                answer,
                after == null ? 0L : after.value(),
                limit);
    }

    /// How often each answer was chosen, by message.
    Map<MessageId, Map<Integer, Integer>> counts(Collection<MessageId> messages) {
        var counts = new HashMap<MessageId, Map<Integer, Integer>>();
        database.list(
                """
                SELECT message_id, answer, count(*) AS votes FROM poll_votes WHERE message_id = ANY (?)
                GROUP BY message_id, answer
                """,
                row -> counts.computeIfAbsent(new MessageId(row.number("message_id")), _ -> new HashMap<>())
                        .put(row.integer("answer"), row.integer("votes")),
                (Object) numbers(messages));
        return counts;
    }

    Map<MessageId, Set<Integer>> own(Collection<MessageId> messages, UserId reader) {
        var own = new HashMap<MessageId, Set<Integer>>();
        database.list(
                "SELECT message_id, answer FROM poll_votes WHERE user_id = ? AND message_id = ANY (?)",
                row -> own.computeIfAbsent(new MessageId(row.number("message_id")), _ -> new HashSet<>())
                        .add(row.integer("answer")),
                reader,
                numbers(messages));
        return own;
    }

    private static long[] numbers(Collection<? extends Id> ids) {
        return ids.stream().mapToLong(Id::value).toArray();
    }
}
