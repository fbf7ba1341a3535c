package chat.parley.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.config.Keys;
import chat.parley.testing.BotHome;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.Statements;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// How many statements a request costs once the node is warm. What a node does meanwhile by itself is left out by
/// taking
/// the cheapest of several goes.
final class StatementsTest {
    private static final int GOES = 5;
    private static final Statements STATEMENTS = Statements.watch();
    private static final BotHome HOME = new BotHome(Map.of(Keys.SEARCH_ENGINE, "lucene"));

    private int edits;
    private int reactions;
    private final HttpCaller ben = HOME.ben;
    private final String general = "/channels/" + HOME.general;
    private final String guild = "/guilds/" + HOME.guild;

    @AfterAll
    static void close() {
        HOME.close();
        STATEMENTS.close();
    }

    @Test
    void requests_ask_the_database_as_seldom_as_they_can() {
        String message = general + "/messages/"
                + ben.post(general + "/messages", Map.of("content", "first"))
                        .expected()
                        .path("id")
                        .asString();
        assertCost(1, () -> ben.post(general + "/messages", Map.of("content", "hello")));
        assertCost(0, () -> ben.get(general + "/messages?limit=50"));
        // The text, and the calls that it no longer makes.
        assertCost(2, () -> ben.patch(message, Map.of("content", "no " + ++edits)));
        assertCost(1, () -> ben.put(message + "/reactions/%F0%9F%98%8" + reactions++ + "/@me", Map.of()));
        assertCost(2, () -> ben.post(general + "/messages/" + said() + "/ack", Map.of()));
        assertCost(0, () -> ben.get(message));
        assertCost(0, () -> ben.post(general + "/typing", Map.of()));
        assertCost(0, () -> ben.get(guild));
        assertCost(0, () -> ben.get(guild + "/channels"));
        assertCost(0, () -> ben.get(guild + "/roles"));
        assertCost(0, () -> ben.get("/users/@me"));
    }

    private String said() {
        String id = HOME.anna
                .post(general + "/messages", Map.of("content", "more"))
                .expected()
                .path("id")
                .asString();
        STATEMENTS.taken();
        return id;
    }

    private static void assertCost(int statements, Supplier<HttpCaller.Answer> request) {
        request.get().expected();
        var cheapest = IntStream.range(0, GOES)
                .mapToObj(_ -> {
                    STATEMENTS.taken();
                    request.get().expected();
                    return STATEMENTS.taken();
                })
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
        assertEquals(statements, cheapest.size(), () -> "statements that a request cost: " + cheapest);
    }
}
