package chat.parley.message;

import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// A page of a large channel costs what a page costs, also where most channels are small and the plan was made for the
/// average one.
final class PagePlanTest {
    private static final String FILL = """
            INSERT INTO messages (channel_id, id, guild_id, author_id, kind, flags, content, mention_users, mention_roles,
                mention_everyone)
            SELECT CASE WHEN n <= 6000 THEN 1 ELSE 2 + n % 600 END, n, 1, 1, 0, 0, 'text', '{}', '{}', false
            FROM generate_series(1, 12000) AS n
            """;

    @Test
    void a_page_is_read_along_the_key() {
        try (var database = TestDatabase.fresh()) {
            var plan = database.database().with(connection -> {
                run(connection, FILL);
                run(connection, "ANALYZE messages");
                run(connection, "SET plan_cache_mode = force_generic_plan");
                var sql = MessageStore.betweenSql(50)
                        .replaceFirst("\\?", "\\$1")
                        .replaceFirst("\\?", "\\$2")
                        .replaceFirst("\\?", "\\$3");
                run(connection, "PREPARE page (bigint, bigint, bigint) AS " + sql);
                return explained(connection, "EXPLAIN EXECUTE page (1, 6000, 0)");
            });
            assertTrue(plan.contains("Index Scan Backward") && !plan.contains("Sort"), plan);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String explained(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }
}
