package chat.parley.friend;

import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Database.Sql;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/// The SQL of relations and notes.
final class FriendStore {
    private final Database database;

    FriendStore(Database database) {
        this.database = database;
    }

    /// By the other, oldest first.
    Map<UserId, Relation> of(UserId user) {
        var relations = new LinkedHashMap<UserId, Relation>();
        database.list(
                        "SELECT other_id, kind, nick, since FROM relations WHERE user_id = ? ORDER BY since, other_id",
                        row -> new Relation(
                                new UserId(row.number("other_id")),
                                Relation.Kind.valueOf(row.text("kind")),
                                row.textOrNull("nick"),
                                row.instant("since")),
                        user)
                .forEach(it -> relations.put(it.other(), it));
        return relations;
    }

    static void put(Sql sql, UserId user, Relation relation) throws SQLException {
        sql.change("""
                INSERT INTO relations (user_id, other_id, kind, nick, since) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (user_id, other_id) DO UPDATE
                    SET kind = excluded.kind, nick = excluded.nick, since = excluded.since
                """, user, relation.other(), relation.kind(), relation.nick(), relation.since());
    }

    static void remove(Sql sql, UserId user, UserId other) throws SQLException {
        sql.change("DELETE FROM relations WHERE user_id = ? AND other_id = ?", user, other);
    }

    Map<UserId, String> notes(UserId user) {
        var notes = new LinkedHashMap<UserId, String>();
        database.list(
                        "SELECT about_id, text FROM notes WHERE user_id = ?",
                        row -> Map.entry(new UserId(row.number("about_id")), row.text("text")),
                        user)
                .forEach(it -> notes.put(it.getKey(), it.getValue()));
        return notes;
    }

    void note(UserId user, UserId about, String text) {
        if (text.isEmpty()) {
            database.change("DELETE FROM notes WHERE user_id = ? AND about_id = ?", user, about);
            return;
        }
        database.change("""
                INSERT INTO notes (user_id, about_id, text) VALUES (?, ?, ?)
                ON CONFLICT (user_id, about_id) DO UPDATE SET text = excluded.text
                """, user, about, text);
    }
}
