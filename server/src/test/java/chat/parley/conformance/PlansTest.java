package chat.parley.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.json.Json;
import chat.parley.postgres.Server;
import chat.parley.testing.Statements;
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
/// scans
/// forbidden, PostgreSQL's plan has none left. A statement that reads a whole table on purpose stands in the list here.
final class PlansTest {
    @Test
    void no_request_reads_a_whole_table() throws SQLException {
        try (var statements = Statements.watch();
                var tour = new Tour();
                var planner = planner(tour.home.server.database().server())) {
            statements.taken();
            tour.everything();
            var distinct = new TreeSet<>(statements.taken());
            assertTrue(distinct.size() > 100, "The tour ran only " + distinct.size() + " statements");
            var without = new TreeSet<String>();
            for (String sql : distinct) {
                for (String scan : wholeReads(plan(planner, sql))) {
                    without.add(scan + "  IN  " + sql.replaceAll("\\s+", " "));
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
