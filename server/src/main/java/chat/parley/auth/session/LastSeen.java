package chat.parley.auth.session;

import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Database.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// On which day people were here last. It is known from their signed-in devices, which come for a new token every
/// quarter of an hour; nothing that they do in between writes anything.
public final class LastSeen {
    private final Database database;

    public LastSeen(Database database) {
        this.database = database;
    }

    /// Those of the users who were here on the day of that time or later.
    public Set<UserId> since(Collection<UserId> users, Instant time) {
        return new HashSet<>(database.list("""
                SELECT user_id FROM last_seen
                WHERE user_id = ANY (?) AND day >= (?::timestamptz AT TIME ZONE 'UTC')::date
                """, row -> new UserId(row.number("user_id")), List.copyOf(users), time));
    }

    /// Changes nothing when the day is known already.
    static void note(Sql sql, UserId user, Instant now) throws SQLException {
        sql.change("""
                INSERT INTO last_seen (user_id, day) VALUES (?, (?::timestamptz AT TIME ZONE 'UTC')::date)
                ON CONFLICT (user_id) DO UPDATE SET day = excluded.day WHERE last_seen.day < excluded.day
                """, user, now);
    }
}
