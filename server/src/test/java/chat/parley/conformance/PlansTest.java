package chat.parley.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.json.Json;
import chat.parley.postgres.Server;
import chat.parley.testing.Statements;
import chat.parley.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Every statement that the tour through the API causes has an index for each table that it reads: with sequential
/// scans forbidden, PostgreSQL's plan has none left. The plans are made in a second database that nobody has written
/// to and whose statistics are unset, so that they are the same whether or not autovacuum has come by: of a table that
/// is known to be small, the planner rather walks along any index.
final class PlansTest {
    /// Chores by the clock, which a tour on a slow machine lasts long enough to meet: each reads a table that is nearly
    /// always empty, or steps from channel to channel.
    private static final List<String> ON_PURPOSE = List.of(
            "SELECT id FROM dropped_places LIMIT 1",
            "JOIN dropped_places ON id IN (channel_id, guild_id)",
            "DELETE FROM dropped_places WHERE dropped_at < ?");

    @Test
    void no_request_reads_a_whole_table() throws SQLException {
        try (var statements = Statements.watch();
                var tour = new Tour();
                var untouched = TestDatabase.fresh();
                var planner = planner(untouched.server())) {
            statements.taken();
            tour.everything();
            var distinct = new TreeSet<>(statements.taken());
            assertTrue(distinct.size() > 100, "The tour ran only " + distinct.size() + " statements");
            var without = new TreeSet<String>();
            for (String sql : distinct) {
                var line = sql.replaceAll("\\s+", " ");
                if (ON_PURPOSE.stream().noneMatch(line::contains)) {
                    wholeReads(plan(planner, sql)).forEach(scan -> without.add(scan + "  IN  " + line));
                }
            }
            assertEquals("", String.join("\n", without), "statements without an index, of " + distinct.size());
            assertEquals(
                    List.of("Seq Scan on messages"),
                    wholeReads(plan(planner, "SELECT id FROM messages WHERE content = ?")),
                    "what is to be found is not found");
        }
    }

    /// A sequential scan, or a walk along a whole index.
    private static List<String> wholeReads(JsonNode node) {
        var found = new ArrayList<String>();
        String type = node.path("Node Type").asString("");
        boolean walks = type.equals("Seq Scan") || (type.startsWith("Index") && !node.has("Index Cond"));
        if (walks) {
            found.add(type + " on " + node.path("Relation Name").asString());
        }
        node.path("Plans").forEach(it -> found.addAll(wholeReads(it)));
        return found;
    }

    private static JsonNode plan(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var results = statement.executeQuery("EXPLAIN (GENERIC_PLAN, FORMAT JSON) " + numbered(sql))) {
            results.next();
            return Json.tree(results.getString(1).getBytes(StandardCharsets.UTF_8))
                    .path(0)
                    .path("Plan");
        }
    }

    /// A generic plan has parameters that nobody binds, which only the simple protocol allows.
    private static Connection planner(Server server) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", server.user());
        properties.setProperty("password", server.password());
        properties.setProperty("preferQueryMode", "simple");
        var connection = DriverManager.getConnection(server.jdbcUrl(), properties);
        try (var statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off");
            statement.execute("SELECT pg_clear_relation_stats('public', relname::text) FROM pg_class"
                    + " WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i', 'm', 'p', 'I')");
            statement.execute("SELECT pg_clear_attribute_stats('public', tablename::text, attname::text, inherited)"
                    + " FROM pg_stats WHERE schemaname = 'public'");
        }
        return connection;
    }

    private static String numbered(String sql) {
        var text = new StringBuilder();
        int n = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            text.append(c == '?' ? "$" + ++n : String.valueOf(c));
        }
        return text.toString();
    }
}
