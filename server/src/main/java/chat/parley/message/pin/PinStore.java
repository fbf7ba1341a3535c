package chat.parley.message.pin;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.sql.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The SQL of pins. A pin is a time in its message's row.
final class PinStore {
    private final Database database;

    PinStore(Database database) {
        this.database = database;
    }

    record Pin(MessageId message, Instant at) {}

    void pin(ChannelId channel, MessageId id, @Nullable Instant at) {
        database.change("UPDATE messages SET pinned_at = ? WHERE channel_id = ? AND id = ?", at, channel, id);
    }

    int count(ChannelId channel) {
        return database.first("""
                        SELECT count(*) AS pins FROM messages
                        WHERE channel_id = ? AND pinned_at IS NOT NULL AND deleted_at IS NULL
                        """, row -> row.integer("pins"), channel).orElse(0);
    }

    /// Newest pin first.
    List<Pin> before(ChannelId channel, Instant before, int limit) {
        return database.list(
                """
                SELECT id, pinned_at FROM messages
                WHERE channel_id = ? AND pinned_at < ? AND deleted_at IS NULL ORDER BY pinned_at DESC, id DESC LIMIT ?
                """, row -> new Pin(new MessageId(row.number("id")), row.instant("pinned_at")), channel, before, limit);
    }

    Map<ChannelId, Instant> newest(Collection<ChannelId> channels) {
        var newest = new HashMap<ChannelId, Instant>();
        database.list("""
                        SELECT channel_id, max(pinned_at) AS pinned_at FROM messages
                        WHERE channel_id = ANY (?) AND pinned_at IS NOT NULL AND deleted_at IS NULL
                        GROUP BY channel_id
                        """, row -> Map.entry(new ChannelId(row.number("channel_id")), row.instant("pinned_at")), (Object)
                        channels.stream().mapToLong(ChannelId::value).toArray())
                .forEach(it -> newest.put(it.getKey(), it.getValue()));
        return newest;
    }
}
