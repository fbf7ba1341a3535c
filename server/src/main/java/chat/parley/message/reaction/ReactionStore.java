package chat.parley.message.reaction;

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

    void add(MessageId message, String emoji, UserId user, EntityId id) {
        database.change("""
                INSERT INTO reactions (message_id, emoji, user_id, id) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, message, emoji, user, id);
    }

    void remove(MessageId message, String emoji, UserId user) {
        database.change(
                "DELETE FROM reactions WHERE message_id = ? AND emoji = ? AND user_id = ?", message, emoji, user);
    }

    void clear(MessageId message, String emoji) {
        database.change("DELETE FROM reactions WHERE message_id = ? AND emoji = ?", message, emoji);
    }

    void clear(MessageId message) {
        database.change("DELETE FROM reactions WHERE message_id = ?", message);
    }
}
