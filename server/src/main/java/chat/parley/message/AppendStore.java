package chat.parley.message;

import chat.parley.base.id.Id;
import chat.parley.base.id.MessageId;
import chat.parley.base.sql.Database;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The SQL of the append: one statement and one commit for a whole batch. Measured at 20,000 to 30,000 rows a second
/// on two cores where a commit for each row ends at 1,000 to 6,000.
final class AppendStore {
    private static final String APPEND = """
            WITH incoming AS (
                SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::int[], ?::int[], ?::text[],
                                     ?::bigint[], ?::text[], ?::text[], ?::boolean[], ?::text[], ?::text[])
                    AS row (id, channel_id, guild_id, author_id, kind, flags, content,
                            reply_to, mention_users, mention_roles, mention_everyone, nonce, extras)
            ), claimed AS (
                -- A nonce that is older than the window is taken over; a younger one keeps its message.
                INSERT INTO message_nonces AS held (author_id, channel_id, nonce, message_id)
                SELECT author_id, channel_id, nonce, id FROM incoming WHERE nonce IS NOT NULL
                ON CONFLICT (author_id, channel_id, nonce) DO UPDATE SET message_id = excluded.message_id
                    WHERE held.message_id < ?
                RETURNING message_id
            )
            INSERT INTO messages (channel_id, id, guild_id, author_id, kind, flags, content,
                                  reply_to, mention_users, mention_roles, mention_everyone, nonce, extras)
            SELECT channel_id, id, guild_id, author_id, kind, flags, content, nullif(reply_to, 0),
                   mention_users::bigint[], mention_roles::bigint[], mention_everyone, nonce, extras::jsonb
            FROM incoming WHERE nonce IS NULL OR id IN (SELECT message_id FROM claimed)
            RETURNING id
            """;

    private final Database database;

    AppendStore(Database database) {
        this.database = database;
    }

    /// Writes what is new and leaves out what repeats a nonce. Committed, fsync included, when this returns.
    ///
    /// @param rows no two with the same nonce of the same author and channel
    /// @param nonceFloor nonces of older messages count no more
    /// @return the ids that were written
    Set<Long> append(List<Message> rows, long nonceFloor) {
        return database.transaction(sql -> {
            var written = new HashSet<>(sql.list(APPEND, row -> row.number("id"), columns(rows, nonceFloor)));
            mention(
                    sql,
                    rows.stream()
                            .filter(it -> written.contains(it.id().value())
                                    && !targets(it).isEmpty())
                            .toList());
            return written;
        });
    }

    /// Which of these are there: after a failure that leaves the commit in doubt, the truth.
    Set<Long> present(List<Message> rows) {
        return new HashSet<>(database.list(
                "SELECT id FROM messages WHERE channel_id = ANY (?) AND id = ANY (?)",
                row -> row.number("id"),
                rows.stream().mapToLong(it -> it.channel().value()).distinct().toArray(),
                rows.stream().mapToLong(it -> it.id().value()).toArray()));
    }

    /// The first message of each of these nonces.
    Map<Entry.Key, MessageId> firsts(Collection<Entry.Key> keys, long nonceFloor) {
        var sought = Set.copyOf(keys);
        var found = new HashMap<Entry.Key, MessageId>();
        database.list(
                        """
                        SELECT author_id, channel_id, nonce, message_id
                        FROM message_nonces JOIN unnest(?::bigint[], ?::bigint[], ?::text[])
                            AS sought (author_id, channel_id, nonce) USING (author_id, channel_id, nonce)
                        WHERE message_id >= ?
                        """,
                        row -> Map.entry(Rows.key(row), new MessageId(row.number("message_id"))),
                        sought.stream().mapToLong(it -> it.author().value()).toArray(),
                        sought.stream().mapToLong(it -> it.channel().value()).toArray(),
                        sought.stream().map(Entry.Key::nonce).toArray(String[]::new),
                        nonceFloor)
                .forEach(it -> found.put(it.getKey(), it.getValue()));
        return found;
    }

    /// Whom a message calls: users, roles, and the guild itself for everyone.
    static Set<Long> targets(Message message) {
        var targets = new HashSet<Long>();
        message.mentions().users().forEach(it -> targets.add(it.value()));
        message.mentions().roles().forEach(it -> targets.add(it.value()));
        if (message.mentions().everyone()) {
            targets.add(message.guild().value());
        }
        targets.remove(message.author().value());
        return targets;
    }

    /// Notes the calls of these messages; also used when an edit changes them.
    static void mention(Database.Sql sql, List<Message> messages) throws SQLException {
        var calls = messages.stream()
                .flatMap(message -> targets(message).stream().map(target -> new long[] {
                    target,
                    message.channel().value(),
                    message.id().value(),
                    message.author().value()
                }))
                .toList();
        if (calls.isEmpty()) {
            return;
        }
        sql.change(
                """
                INSERT INTO mentions (target_id, channel_id, message_id, author_id)
                SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                ON CONFLICT DO NOTHING
                """,
                calls.stream().mapToLong(it -> it[0]).toArray(),
                calls.stream().mapToLong(it -> it[1]).toArray(),
                calls.stream().mapToLong(it -> it[2]).toArray(),
                calls.stream().mapToLong(it -> it[3]).toArray());
    }

    private static Object[] columns(List<Message> rows, long nonceFloor) {
        return new Object[] {
            rows.stream().mapToLong(it -> it.id().value()).toArray(),
            rows.stream().mapToLong(it -> it.channel().value()).toArray(),
            rows.stream().mapToLong(it -> it.guild().value()).toArray(),
            rows.stream().mapToLong(it -> it.author().value()).toArray(),
            rows.stream().mapToInt(Message::kind).toArray(),
            rows.stream().mapToInt(Message::flags).toArray(),
            rows.stream().map(Message::content).toArray(String[]::new),
            rows.stream().mapToLong(AppendStore::replyTo).toArray(),
            rows.stream().map(it -> array(it.mentions().users())).toArray(String[]::new),
            rows.stream().map(it -> array(it.mentions().roles())).toArray(String[]::new),
            everyone(rows),
            rows.stream().map(Message::nonce).toArray(String[]::new),
            rows.stream().map(it -> it.extras().json()).toArray(String[]::new),
            nonceFloor
        };
    }

    private static long replyTo(Message message) {
        return message.replyTo() == null ? 0 : message.replyTo().value();
    }

    /// An array inside an array, as PostgreSQL writes it: `unnest` would flatten a real one.
    private static String array(List<? extends Id> ids) {
        return ids.stream().map(Id::text).collect(Collectors.joining(",", "{", "}"));
    }

    private static boolean[] everyone(List<Message> rows) {
        var flags = new boolean[rows.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = rows.get(i).mentions().everyone();
        }
        return flags;
    }
}
