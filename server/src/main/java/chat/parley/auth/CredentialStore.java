package chat.parley.auth;

import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// The table `credentials`.
public final class CredentialStore {
    private final Database database;

    public CredentialStore(Database database) {
        this.database = database;
    }

    Optional<String> hash(UserId user) {
        return database.first("select hash from credentials where user_id = ?", row -> row.text("hash"), user);
    }

    void insert(Database.Sql sql, UserId user, String hash, Instant now) throws SQLException {
        sql.change("insert into credentials (user_id, hash, changed_at) values (?, ?, ?)", user, hash, now);
    }

    /// Also for accounts that had none: those of imports and of sign-on elsewhere.
    void replace(UserId user, String hash, Instant now) {
        database.change("""
                insert into credentials (user_id, hash, changed_at) values (?, ?, ?)
                on conflict (user_id) do update set hash = excluded.hash, changed_at = excluded.changed_at""", user, hash, now);
    }

    /// Stores the same password's new hash, unless the password was changed meanwhile.
    void upgrade(UserId user, String before, String hash) {
        database.change("update credentials set hash = ? where user_id = ? and hash = ?", hash, user, before);
    }
}
