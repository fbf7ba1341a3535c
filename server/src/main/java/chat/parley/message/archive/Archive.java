package chat.parley.message.archive;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.sql.Database;
import chat.parley.message.Ledger;
import chat.parley.message.Message;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads what was written in bounded pages, whoever may see it.
public final class Archive {
    private final Ledger ledger;
    private final Database database;

    public Archive(Ledger ledger, Database database) {
        this.ledger = ledger;
        this.database = database;
    }

    /// A change in a message that is there, or its deletion, and when that was.
    public record Touch(ChannelId channel, MessageId message, Instant at) {}

    /// The newest message of every channel: one probe of the index for each.
    public Map<ChannelId, MessageId> ends() {
        var ends = new HashMap<ChannelId, MessageId>();
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
                .forEach(it -> ends.put(it.getKey(), it.getValue()));
        return ends;
    }

    /// The oldest above that id, in order.
    public List<MessageId> above(ChannelId channel, MessageId id, int limit) {
        return database.list("""
                SELECT id FROM messages WHERE channel_id = ? AND id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?
                """, row -> new MessageId(row.number("id")), channel, id, limit);
    }

    /// Those that are there.
    public Collection<Message> all(ChannelId channel, Collection<MessageId> ids) {
        return ledger.all(channel, ids).values();
    }

    /// What was edited later than another touch, in order.
    public List<Touch> edited(Touch after, int limit) {
        return touches("edited_at", after, limit);
    }

    /// What was deleted later than another touch, in order.
    public List<Touch> deleted(Touch after, int limit) {
        return touches("deleted_at", after, limit);
    }

    /// Every pinned message of these channels: a few hundred a channel at most.
    public Set<MessageId> pinned(Collection<ChannelId> channels) {
        return new HashSet<>(database.list("""
                SELECT id FROM messages
                WHERE channel_id = ANY (?::bigint[]) AND pinned_at IS NOT NULL AND deleted_at IS NULL
                """, row -> new MessageId(row.number("id")), (Object)
                channels.stream().mapToLong(ChannelId::value).toArray()));
    }

    /// @param column one of ours, never a caller's
    private List<Touch> touches(String column, Touch after, int limit) {
        return database.list(
                "SELECT channel_id, id, " + column + " AS at FROM messages WHERE " + column + " IS NOT NULL AND ("
                        + column + ", id) > (?, ?) ORDER BY " + column + ", id LIMIT ?",
                row -> new Touch(
                        new ChannelId(row.number("channel_id")), new MessageId(row.number("id")), row.instant("at")),
                after.at(),
                after.message(),
                limit);
    }
}
