package chat.parley.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.config.Keys;
import chat.parley.testing.BotHome;
import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.Statements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// How many statements the commonest requests cost once the node is warm. What a node does meanwhile by itself is left
/// out by taking the cheapest of several goes.
final class StatementsTest {
    private static final int GOES = 5;
    private static final Statements STATEMENTS = Statements.watch();
    private static final BotHome HOME = new BotHome(Map.of(Keys.SEARCH_ENGINE, "lucene"));

    /// The first number is the budget.
    private static final String BUDGET = """
            1 write
            2 write, with a mention
            0 the newest page
            0 one message
            2 edit
            3 delete
            1 react
            0 who reacted
            2 mark as read
            0 type
            1 pins
            0 a channel
            0 a guild
            0 its channels
            0 its roles
            0 a member
            0 a page of members
            2 a nickname
            0 oneself
            0 one's guilds
            0 one's conversations
            7 sign in
            """;

    private final HttpCaller ben = HOME.ben;
    private final String general = "/channels/" + HOME.general;
    private final String guild = "/guilds/" + HOME.guild;
    private final Map<String, List<String>> costs = new LinkedHashMap<>();
    private int number;

    @AfterAll
    static void close() {
        HOME.close();
        STATEMENTS.close();
    }

    @Test
    void requests_ask_the_database_as_seldom_as_they_can() {
        String message = general + "/messages/" + said(ben);
        String anna = me(HOME.anna);
        costs("write", () -> ben.post(general + "/messages", Map.of("content", "hello")));
        costs("write, with a mention", () -> ben.post(general + "/messages", Map.of("content", "<@" + anna + ">")));
        costs("the newest page", () -> ben.get(general + "/messages?limit=50"));
        costs("one message", () -> ben.get(message));
        // The text, and the calls that it no longer makes.
        costs("edit", () -> ben.patch(message, Map.of("content", "no " + ++number)));
        costs("delete", () -> ben.delete(general + "/messages/" + said(ben)));
        costs("react", () -> ben.put(message + "/reactions/%F0%9F%98%8" + number++ % 10 + "/@me", Map.of()));
        costs("who reacted", () -> ben.get(message + "/reactions/%F0%9F%98%81"));
        costs("mark as read", () -> ben.post(general + "/messages/" + said(HOME.anna) + "/ack", Map.of()));
        costs("type", () -> ben.post(general + "/typing", Map.of()));
        costs("pins", () -> ben.get(general + "/messages/pins"));
        costs("a channel", () -> ben.get(general));
        costs("a guild", () -> ben.get(guild));
        costs("its channels", () -> ben.get(guild + "/channels"));
        costs("its roles", () -> ben.get(guild + "/roles"));
        costs("a member", () -> ben.get(guild + "/members/" + anna));
        costs("a page of members", () -> HOME.anna.get(guild + "/members?limit=100"));
        costs("a nickname", () -> ben.patch(guild + "/members/@me", Map.of("nick", "Ben " + ++number)));
        costs("oneself", () -> ben.get("/users/@me"));
        costs("one's guilds", () -> ben.get("/users/@me/guilds"));
        costs("one's conversations", () -> ben.get("/users/@me/channels"));
        var password = Map.of("login", "ben", "password", "correct horse ben");
        costs("sign in", () -> HOME.server.caller().post("/auth/login", password));
        keeps(BUDGET);
    }

    @Test
    void connecting_asks_the_database_as_seldom_as_it_can() {
        var ready = new ArrayList<List<String>>();
        var again = new ArrayList<List<String>>();
        for (int i = 0; i < GOES; i++) {
            try (var client = GatewayClient.connect(HOME.server.gateway())) {
                STATEMENTS.taken();
                var session = client.identify(ben.token());
                ready.add(STATEMENTS.taken());
                client.cut();
                try (var other = GatewayClient.connect(HOME.server.gateway())) {
                    STATEMENTS.taken();
                    other.resume(
                            ben.token(), session.path("d").path("session_id").asString(), 1);
                    other.event("RESUMED");
                    again.add(STATEMENTS.taken());
                }
            }
        }
        told("until READY", ready);
        told("until RESUMED", again);
        keeps("3 until READY\n0 until RESUMED\n");
    }

    private String me(HttpCaller person) {
        var me = person.get("/users/@me").expected().path("id").asString();
        STATEMENTS.taken();
        return me;
    }

    private String said(HttpCaller by) {
        String id = by.post(general + "/messages", Map.of("content", "more"))
                .expected()
                .path("id")
                .asString();
        STATEMENTS.taken();
        return id;
    }

    private void costs(String what, Supplier<HttpCaller.Answer> request) {
        request.get().expected();
        var goes = IntStream.range(0, GOES)
                .mapToObj(_ -> {
                    STATEMENTS.taken();
                    request.get().expected();
                    return STATEMENTS.taken();
                })
                .toList();
        told(what, goes);
    }

    private void told(String what, List<List<String>> goes) {
        var cheapest = goes.stream().min(Comparator.comparingInt(List::size)).orElseThrow();
        costs.put(what, cheapest);
    }

    /// Nothing costs more than its budget, and each has one.
    private void keeps(String budget) {
        var lines = budget.lines().toList();
        assertEquals(
                lines.stream().map(StatementsTest::what).toList(),
                costs.keySet().stream().toList());
        for (String line : lines) {
            var statements = costs.getOrDefault(what(line), List.of());
            int most = Integer.parseInt(line.substring(0, line.indexOf(' ')));
            assertTrue(
                    statements.size() <= most,
                    () -> line + ", but it was " + statements.size() + ": " + String.join("; ", statements));
        }
    }

    private static String what(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }
}
