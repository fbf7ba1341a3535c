package chat.parley.message.upkeep;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.Id;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import java.time.Instant;
import java.util.List;

/// The SQL that removes rows for good, a bounded number at a time.
final class UpkeepStore {
    private final Database database;

    UpkeepStore(Database database) {
        this.database = database;
    }

    /// What somebody wrote in a channel from that id on, oldest first.
    List<MessageId> writtenBy(UserId author, ChannelId channel, long from, int limit) {
        return database.list("""
                SELECT id FROM messages
                WHERE channel_id = ? AND id >= ? AND author_id = ? AND deleted_at IS NULL ORDER BY id LIMIT ?
                """, row -> new MessageId(row.number("id")), channel, from, author, limit);
    }

    /// @return how many nonces of messages below that id were forgotten
    int forgetNonces(long below, int max) {
        return database.change("""
                DELETE FROM message_nonces WHERE ctid = ANY (ARRAY(
                    SELECT ctid FROM message_nonces WHERE message_id < ? ORDER BY message_id LIMIT ?))
                """, below, max);
    }

    /// @return how many messages that were deleted before then were removed, with their reactions
    int removeDeleted(Instant before, int max) {
        return remove("SELECT ctid FROM messages WHERE deleted_at < ? LIMIT ?", before, max);
    }

    /// @return how many messages of a channel were removed, with their reactions
    int removeOf(ChannelId channel, int max) {
        return remove("SELECT ctid FROM messages WHERE channel_id = ? LIMIT ?", channel, max);
    }

    /// Remembers a channel or guild that is gone.
    void drop(Id place, Instant at) {
        database.change("INSERT INTO dropped_places (id, dropped_at) VALUES (?, ?) ON CONFLICT DO NOTHING", place, at);
    }

    boolean anyDropped() {
        return !database.list("SELECT id FROM dropped_places LIMIT 1", row -> row.number("id"))
                .isEmpty();
    }

    /// Channels that still have messages although they or their guild are gone: one probe of the index for each
    /// channel.
    List<ChannelId> leftOver() {
        return database.list("""
                WITH RECURSIVE place AS (
                    (SELECT channel_id, guild_id FROM messages ORDER BY channel_id, id LIMIT 1)
                    UNION ALL
                    SELECT further.channel_id, further.guild_id FROM place, LATERAL (
                        SELECT channel_id, guild_id FROM messages WHERE channel_id > place.channel_id
                        ORDER BY channel_id, id LIMIT 1) AS further
                )
                SELECT DISTINCT channel_id FROM place JOIN dropped_places ON id IN (channel_id, guild_id)
                """, row -> new ChannelId(row.number("channel_id")));
    }

    /// Forgets the places that were dropped before then, and how far people had read there.
    void forgetPlaces(List<ChannelId> emptied, Instant before) {
        database.transaction(sql -> {
            sql.change("DELETE FROM read_states WHERE channel_id = ANY (?)", (Object)
                    emptied.stream().mapToLong(ChannelId::value).toArray());
            return sql.change("DELETE FROM dropped_places WHERE dropped_at < ?", before);
        });
    }

    private int remove(String selection, Object criterion, int max) {
        return database.transaction(sql -> {
            var gone = sql.list(
                    "DELETE FROM messages WHERE ctid = ANY (ARRAY(" + selection + ")) RETURNING id",
                    row -> row.number("id"),
                    criterion,
                    max);
            if (!gone.isEmpty()) {
                Object ids = gone.stream().mapToLong(Long::longValue).toArray();
                sql.change("DELETE FROM reactions WHERE message_id = ANY (?)", ids);
                sql.change("DELETE FROM mentions WHERE message_id = ANY (?)", ids);
            }
            return gone.size();
        });
    }
}
