package chat.parley.message.thread;

import chat.parley.base.id.ChannelId;
import chat.parley.base.sql.Database;
import chat.parley.message.thread.ThreadCounts.Count;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// The counts of threads, as they are stored.
final class CountStore {
    private final Database database;

    CountStore(Database database) {
        this.database = database;
    }

    /// What is stored, and what was written since then.
    Map<ChannelId, Count> of(Collection<ChannelId> threads) {
        var counts = new HashMap<ChannelId, Count>();
        database.list(
                """
                SELECT sought.id, coalesce(c.messages, 0) AS messages, coalesce(c.sent, 0) AS sent,
                       coalesce(c.up_to, sought.id) AS up_to, later.present, later.written, later.newest
                FROM unnest(?::bigint[]) AS sought (id)
                LEFT JOIN thread_counts c ON c.thread = sought.id
                CROSS JOIN LATERAL (
                    SELECT count(*) FILTER (WHERE deleted_at IS NULL) AS present, count(*) AS written, max(m.id) AS newest
                    FROM messages m WHERE m.channel_id = sought.id AND m.id > coalesce(c.up_to, sought.id) AND m.kind <> 21
                ) AS later
                """,
                row -> counts.put(
                        new ChannelId(row.number("id")),
                        new Count(
                                row.integer("messages") + row.integer("present"),
                                row.integer("sent") + row.integer("written"),
                                Math.max(row.number("up_to"), row.number("newest")))),
                (Object) threads.stream().mapToLong(ChannelId::value).toArray());
        return counts;
    }

    void save(ChannelId thread, Count count) {
        database.change("""
                INSERT INTO thread_counts (thread, messages, sent, up_to) VALUES (?, ?, ?, ?)
                ON CONFLICT (thread) DO UPDATE
                    SET messages = excluded.messages, sent = excluded.sent, up_to = excluded.up_to
                """, thread, count.messages(), count.sent(), count.upTo());
    }

    void forget(ChannelId thread) {
        database.change("DELETE FROM thread_counts WHERE thread = ?", thread);
    }
}
