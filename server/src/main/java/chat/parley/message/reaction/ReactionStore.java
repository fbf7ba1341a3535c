package chat.parley.message.reaction;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;

/// The SQL that changes reactions; they are read together with their messages.
final class ReactionStore {
    private final Database database;

    ReactionStore(Database database) {
        this.database = database;
    }

    /// The first reaction to a message is noted in its row, so that pages without any ask for none.
    void add(ChannelId channel, MessageId message, String emoji, UserId user, EntityId id) {
        database.change("""
                WITH noted AS (
                    UPDATE messages SET reacted = true WHERE channel_id = ? AND id = ? AND NOT reacted
                )
                INSERT INTO reactions (message_id, emoji, user_id, id) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, channel, message, message, emoji, user, id);
    }

    /// An emoji keeps its place among the others when the first who chose it does not any more: whoever comes next
    /// takes over the number by which they are ordered.
    void remove(MessageId message, String emoji, UserId user) {
        database.change("""
                WITH gone AS (
                    DELETE FROM reactions WHERE message_id = ? AND emoji = ? AND user_id = ? RETURNING id
                ), next AS (
                    SELECT user_id FROM reactions WHERE message_id = ? AND emoji = ? AND user_id <> ?
                    ORDER BY id LIMIT 1
                )
                UPDATE reactions SET id = gone.id FROM gone, next
                WHERE message_id = ? AND emoji = ? AND reactions.user_id = next.user_id AND reactions.id > gone.id
                """, message, emoji, user, message, emoji, user, message, emoji);
    }

    void clear(MessageId message, String emoji) {
        database.change("DELETE FROM reactions WHERE message_id = ? AND emoji = ?", message, emoji);
    }

    void clear(MessageId message) {
        database.change("DELETE FROM reactions WHERE message_id = ?", message);
    }
}
