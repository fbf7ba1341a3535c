package chat.parley.conversation;

import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Database.Sql;
import java.sql.SQLException;
import java.util.Optional;

/// Which conversation two people have.
final class DirectStore {
    private final Database database;

    DirectStore(Database database) {
        this.database = database;
    }

    Optional<GuildId> find(UserId one, UserId other) {
        return database.first(
                "SELECT id FROM direct_conversations WHERE low = ? AND high = ?",
                row -> new GuildId(row.number("id")),
                low(one, other),
                high(one, other));
    }

    static void insert(Sql sql, UserId one, UserId other, GuildId id) throws SQLException {
        sql.change(
                "INSERT INTO direct_conversations (low, high, id) VALUES (?, ?, ?)",
                low(one, other),
                high(one, other),
                id);
    }

    private static UserId low(UserId one, UserId other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static UserId high(UserId one, UserId other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
