package chat.parley.message;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.Id;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The SQL of messages that are there: reading them with their reactions, changing and deleting them.
final class MessageStore {
    private static final ChannelId NOWHERE = new ChannelId(0);

    private final Database database;

    MessageStore(Database database) {
        this.database = database;
    }

    Optional<Message> find(ChannelId channel, MessageId id) {
        return all(channel, List.of(id)).stream().findFirst();
    }

    /// Those of the ids that are there.
    List<Message> all(ChannelId channel, Collection<MessageId> ids) {
        return read(
                channel,
                "SELECT " + Rows.COLUMNS
                        + " FROM messages WHERE channel_id = ? AND id = ANY (?) AND deleted_at IS NULL",
                channel,
                numbers(ids));
    }

    /// Those that are there, each in its channel.
    List<Message> all(Map<MessageId, ChannelId> wanted) {
        var ids = new long[wanted.size()];
        var channels = new long[wanted.size()];
        int at = 0;
        for (var one : wanted.entrySet()) {
            ids[at] = one.getKey().value();
            channels[at++] = one.getValue().value();
        }
        return read(
                row -> wanted.getOrDefault(new MessageId(row.number(1)), NOWHERE),
                "SELECT " + Rows.COLUMNS + " FROM unnest(?::bigint[], ?::bigint[]) AS wanted (place, message)"
                        + " JOIN messages ON channel_id = place AND id = message WHERE deleted_at IS NULL",
                channels,
                ids);
    }

    /// The newest from one id on and below another, newest first.
    List<Message> between(ChannelId channel, long from, long below, int limit) {
        return read(channel, betweenSql(limit), channel, below, from);
    }

    /// The limit is part of the text, so that PostgreSQL keeps the plan: to make one for each page took it as long as
    /// to read it (80 and 48 µs with and without, for 50 messages).
    static String betweenSql(int limit) {
        return "SELECT " + Rows.COLUMNS + " FROM messages WHERE channel_id = ? AND id < ? AND id >= ?"
                + " AND deleted_at IS NULL ORDER BY id DESC LIMIT " + limit;
    }

    /// The oldest above one id and up to another, newest first.
    List<Message> above(ChannelId channel, long id, long upTo, int limit) {
        var sql = "SELECT " + Rows.COLUMNS
                + " FROM messages WHERE channel_id = ? AND id > ? AND id <= ? AND deleted_at IS NULL ORDER BY id LIMIT "
                + limit;
        return read(channel, sql, channel, id, upTo).reversed();
    }

    /// The newest id of every channel, deleted ones included: one probe of the index for each channel.
    Map<ChannelId, Instant> newestPins() {
        var newest = new HashMap<ChannelId, Instant>();
        database.list("""
                SELECT channel_id, max(pinned_at) AS pinned_at FROM messages
                WHERE pinned_at IS NOT NULL AND deleted_at IS NULL GROUP BY channel_id
                """, row -> newest.put(new ChannelId(row.number("channel_id")), row.instant("pinned_at")));
        return newest;
    }

    Map<ChannelId, MessageId> newest() {
        var newest = new HashMap<ChannelId, MessageId>();
        database.list("""
                        WITH RECURSIVE tail AS (
                            (SELECT channel_id, id FROM messages ORDER BY channel_id DESC, id DESC LIMIT 1)
                            UNION ALL
                            SELECT further.channel_id, further.id FROM tail, LATERAL (
                                SELECT channel_id, id FROM messages WHERE channel_id < tail.channel_id
                                ORDER BY channel_id DESC, id DESC LIMIT 1) AS further
                        )
                        SELECT channel_id, id FROM tail
                        """, row -> Map.entry(new ChannelId(row.number("channel_id")), new MessageId(row.number("id"))))
                .forEach(it -> newest.put(it.getKey(), it.getValue()));
        return newest;
    }

    /// Writes text, mentions, flags and the time of the edit, and the calls that follow from them.
    void edit(Message message) {
        database.transaction(sql -> {
            sql.change(
                    """
                    UPDATE messages SET content = ?, mention_users = ?, mention_roles = ?, mention_everyone = ?,
                        flags = ?, edited_at = ?, extras = ?::jsonb
                    WHERE channel_id = ? AND id = ?
                    """,
                    message.content(),
                    numbers(message.mentions().users()),
                    numbers(message.mentions().roles()),
                    message.mentions().everyone(),
                    message.flags(),
                    message.editedAt(),
                    message.extras().json(),
                    message.channel(),
                    message.id());
            sql.change("DELETE FROM mentions WHERE message_id = ?", message.id());
            AppendStore.mention(sql, List.of(message));
            return message;
        });
    }

    /// Hides messages for good. They no longer call anybody.
    ///
    /// @return those that were there until now
    List<MessageId> delete(ChannelId channel, Collection<MessageId> ids, Instant at) {
        return database.transaction(sql -> {
            var gone = sql.list("""
                    UPDATE messages SET deleted_at = ?
                    WHERE channel_id = ? AND id = ANY (?) AND deleted_at IS NULL RETURNING id
                    """, row -> new MessageId(row.number("id")), at, channel, numbers(ids));
            sql.change("DELETE FROM mentions WHERE message_id = ANY (?)", (Object) numbers(gone));
            return gone;
        });
    }

    /// When the newest of the channel's pins was set.
    Optional<Instant> newestPin(ChannelId channel) {
        return database.first("""
                SELECT pinned_at FROM messages
                WHERE channel_id = ? AND pinned_at IS NOT NULL AND deleted_at IS NULL
                ORDER BY pinned_at DESC LIMIT 1
                """, row -> row.instant("pinned_at"), channel);
    }

    /// When somebody last wrote in a channel, deleted or not, if that was since that id.
    Optional<MessageId> lastBy(UserId author, ChannelId channel, long since) {
        return database.first("""
                SELECT id FROM messages
                WHERE channel_id = ? AND id >= ? AND author_id = ? ORDER BY id DESC LIMIT 1
                """, row -> new MessageId(row.number("id")), channel, since, author);
    }

    /// Hot path. The rows tell which messages have reactions at all; where none has, one statement does.
    private List<Message> read(ChannelId channel, String sql, Object... parameters) {
        return read(_ -> channel, sql, parameters);
    }

    private List<Message> read(Database.RowReader<ChannelId> channel, String sql, Object... parameters) {
        var reacted = new ArrayList<MessageId>();
        var messages = database.list(
                sql,
                row -> {
                    var message = Rows.message(row, channel.read(row));
                    if (Rows.reacted(row)) {
                        reacted.add(message.id());
                    }
                    return message;
                },
                parameters);
        return reacted.isEmpty() ? messages : withReactions(messages, numbers(reacted));
    }

    private List<Message> withReactions(List<Message> messages, long[] reacted) {
        var reactions = new HashMap<Long, List<Message.Reaction>>();
        database.list(
                """
                SELECT message_id, emoji, array_agg(user_id ORDER BY id) AS users
                FROM reactions WHERE message_id = ANY (?)
                GROUP BY message_id, emoji ORDER BY min(id)
                """,
                row -> reactions
                        .computeIfAbsent(row.number("message_id"), any -> new ArrayList<>())
                        .add(new Message.Reaction(
                                row.text("emoji"),
                                row.numbers("users").stream().map(UserId::new).toList())),
                (Object) reacted);
        return messages.stream()
                .map(it -> reactions.containsKey(it.id().value())
                        ? it.with(List.copyOf(reactions.getOrDefault(it.id().value(), List.of())))
                        : it)
                .toList();
    }

    private static long[] numbers(Collection<? extends Id> ids) {
        return ids.stream().mapToLong(Id::value).toArray();
    }
}
