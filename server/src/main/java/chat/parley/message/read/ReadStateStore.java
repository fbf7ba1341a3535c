package chat.parley.message.read;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The SQL of read states and of counting calls.
final class ReadStateStore {
    private static final int COUNT_MAX = 1_000;

    private final Database database;

    ReadStateStore(Database database) {
        this.database = database;
    }

    /// Whom a message must call to call this person.
    ///
    /// @param guild absent when `@everyone` does not call them
    /// @param unheard whose messages do not, themselves among them
    record Target(UserId user, @Nullable GuildId guild, List<RoleId> roles, List<UserId> unheard) {
        long[] ids() {
            return LongStream.concat(
                            guild == null ? LongStream.of(user.value()) : LongStream.of(user.value(), guild.value()),
                            roles.stream().mapToLong(RoleId::value))
                    .toArray();
        }
    }

    /// Only ever forward, whatever arrives late.
    ///
    /// @return how far it stands now
    MessageId advance(UserId user, ChannelId channel, MessageId upTo) {
        return database.first("""
                        INSERT INTO read_states AS held (user_id, channel_id, message_id) VALUES (?, ?, ?)
                        ON CONFLICT (user_id, channel_id)
                            DO UPDATE SET message_id = greatest(held.message_id, excluded.message_id)
                        RETURNING message_id
                        """, row -> new MessageId(row.number("message_id")), user, channel, upTo)
                .orElse(upTo);
    }

    /// Also back, to mark as unread.
    void place(UserId user, ChannelId channel, MessageId upTo) {
        database.change("""
                INSERT INTO read_states (user_id, channel_id, message_id) VALUES (?, ?, ?)
                ON CONFLICT (user_id, channel_id) DO UPDATE SET message_id = excluded.message_id
                """, user, channel, upTo);
    }

    Map<ChannelId, MessageId> of(UserId user) {
        var states = new HashMap<ChannelId, MessageId>();
        database.list(
                        "SELECT channel_id, message_id FROM read_states WHERE user_id = ?",
                        row -> Map.entry(
                                new ChannelId(row.number("channel_id")), new MessageId(row.number("message_id"))),
                        user)
                .forEach(it -> states.put(it.getKey(), it.getValue()));
        return states;
    }

    /// Messages above each channel's id that somebody else wrote: in a conversation, each of them calls.
    Map<ChannelId, Integer> unread(UserId user, Collection<ReadState> states) {
        var unread = new HashMap<ChannelId, Integer>();
        database.list(
                        """
                        SELECT place.channel_id, count(*) AS unread
                        FROM unnest(?::bigint[], ?::bigint[]) AS place (channel_id, up_to)
                        CROSS JOIN LATERAL (
                            SELECT id FROM messages
                            WHERE channel_id = place.channel_id AND id > place.up_to
                                AND author_id <> ? AND deleted_at IS NULL
                            LIMIT ?
                        ) AS message
                        GROUP BY place.channel_id
                        """,
                        row -> Map.entry(new ChannelId(row.number("channel_id")), row.integer("unread")),
                        states.stream().mapToLong(it -> it.channel().value()).toArray(),
                        states.stream().mapToLong(it -> it.upTo().value()).toArray(),
                        user,
                        COUNT_MAX)
                .forEach(it -> unread.put(it.getKey(), it.getValue()));
        return unread;
    }

    /// Messages above each channel's id that call the target: one probe of the index for each channel and target.
    Map<ChannelId, Integer> calls(Target target, Collection<ReadState> states) {
        var calls = new HashMap<ChannelId, Integer>();
        database.list(
                        """
                        SELECT place.channel_id, count(DISTINCT call.message_id) AS calls
                        FROM unnest(?::bigint[], ?::bigint[]) AS place (channel_id, up_to)
                        CROSS JOIN unnest(?::bigint[]) AS target (id)
                        CROSS JOIN LATERAL (
                            SELECT message_id FROM mentions
                            WHERE target_id = target.id AND channel_id = place.channel_id
                                AND message_id > place.up_to AND author_id <> ALL (?::bigint[])
                            ORDER BY message_id LIMIT ?
                        ) AS call
                        GROUP BY place.channel_id
                        """,
                        row -> Map.entry(new ChannelId(row.number("channel_id")), row.integer("calls")),
                        states.stream().mapToLong(it -> it.channel().value()).toArray(),
                        states.stream().mapToLong(it -> it.upTo().value()).toArray(),
                        target.ids(),
                        target.unheard().stream().mapToLong(UserId::value).toArray(),
                        COUNT_MAX)
                .forEach(it -> calls.put(it.getKey(), it.getValue()));
        return calls;
    }
}
