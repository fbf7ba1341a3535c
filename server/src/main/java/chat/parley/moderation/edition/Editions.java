package chat.parley.moderation.edition;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.limit.Limits;
import chat.parley.base.sql.Database;
import chat.parley.channel.Channels;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Keeps what edited messages said, and shows it to moderators.
public final class Editions {
    private final Channels channels;
    private final Database database;
    private final Snowflakes ids;
    private final Clock clock;

    public Editions(Channels channels, Database database, Snowflakes ids, Clock clock) {
        this.channels = channels;
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /// Called before the message gets another text.
    public void keep(ChannelId channel, MessageId message, String before) {
        database.change(
                "INSERT INTO message_editions (id, channel_id, message_id, content) VALUES (?, ?, ?, ?)",
                ids.next(),
                channel,
                message,
                before);
    }

    /// The newest first.
    public List<Edition> of(Caller caller, ChannelId channel, MessageId message) {
        channels.seenBy(caller, channel).requiring(Permission.MANAGE_MESSAGES, Permission.READ_MESSAGE_HISTORY);
        return database.list(
                """
                SELECT id, content FROM message_editions WHERE message_id = ? AND channel_id = ?
                ORDER BY id DESC LIMIT ?
                """,
                row -> new Edition(new EntityId(row.number("id")), row.text("content")),
                message,
                channel,
                Limits.EDITIONS_SHOWN_MAX);
    }

    /// @return how many went, at most as many as may go at once
    public int forget(Duration age) {
        return database.change("""
                DELETE FROM message_editions WHERE ctid = ANY (ARRAY(
                    SELECT ctid FROM message_editions WHERE id < ? LIMIT ?))
                """, Snowflakes.floor(clock.instant().minus(age)), Limits.AUDIT_SWEEP_MAX);
    }
}
