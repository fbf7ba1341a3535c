package chat.parley.bot.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.bot.BotTown;
import chat.parley.config.Keys;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.MovingClock;
import chat.parley.testing.TestServer;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An application is told about itself, at an address that proves itself first and is not always there.
final class EventCourierTest {
    private static final int OFF = 1;
    private static final int ON = 2;
    private static final int GIVEN_UP = 3;
    private static final int ATTEMPTS = 8;
    private static final List<String> BOTH = List.of("APPLICATION_AUTHORIZED", "APPLICATION_DEAUTHORIZED");

    private static final String BACK = "https://program.example/back";

    private final MovingClock clock = new MovingClock();
    private Listener listener;
    private BotTown town;
    private String path;
    private String secret;

    @BeforeEach
    void start() throws IOException {
        town = new BotTown(TestServer.start(Map.of(Keys.OUTGOING_NETWORKS, "127.0.0.0/8"), clock));
        path = "/applications/" + town.application;
        town.owner.patch(path, Map.of("redirect_uris", List.of(BACK))).expected();
        secret = town.owner
                .post(path + "/reset", Map.of())
                .expected()
                .path("secret")
                .asString();
        listener =
                new Listener(town.owner.get(path).expected().path("verify_key").asString());
    }

    @AfterEach
    void close() {
        town.close();
        listener.close();
    }

    @Test
    void an_address_that_takes_a_forged_ping_is_refused() {
        listener.trusting = true;
        var answer = asked(ON);
        assertEquals(50_035, answer.code());
        assertTrue(answer.json().path("errors").has("event_webhooks_url"), answer.body());
        assertEquals(2, listener.heard.size(), "one ping that is signed, and one that is forged");
        assertTrue(listener.heard.remove().genuine());
        assertFalse(listener.heard.remove().genuine());
        assertTrue(town.owner.get(path).expected().path("event_webhooks_url").isNull());
    }

    @Test
    void an_address_that_does_not_greet_is_refused() {
        listener.status = 200;
        assertTrue(asked(ON).json().path("errors").has("event_webhooks_url"));
        listener.close();
        assertTrue(asked(ON).json().path("errors").has("event_webhooks_url"));
    }

    @Test
    void what_it_asks_for_is_told_and_signed() throws InterruptedException {
        verified();
        String member = town.member("member");
        agree(town.server.caller().as(member));
        var told = listener.next().body();
        assertEquals(town.application, told.path("application_id").asString());
        assertEquals(1, told.path("type").asInt());
        assertEquals(1, told.path("version").asInt());
        assertEquals("APPLICATION_AUTHORIZED", told.path("event").path("type").asString());
        var at = OffsetDateTime.parse(told.path("event").path("timestamp").asString());
        assertEquals(clock.instant(), at.toInstant());
        var data = told.path("event").path("data");
        assertEquals("member", data.path("user").path("username").asString());
        assertEquals("[\"identify\"]", data.path("scopes").toString());
        town.server
                .caller()
                .as(member)
                .delete("/oauth2/tokens/" + town.application)
                .expected();
        var ended = listener.next().body().path("event");
        assertEquals("APPLICATION_DEAUTHORIZED", ended.path("type").asString());
        assertEquals("member", ended.at("/data/user/username").asString());
    }

    @Test
    void a_guild_that_lets_it_in_is_told_with_it() throws InterruptedException {
        verified();
        String other =
                BotTown.id(town.owner.post("/guilds", Map.of("name", "Village")).expected());
        town.install(other, "0");
        var data = listener.next().body().at("/event/data");
        assertEquals(0, data.path("integration_type").asInt(-1));
        assertEquals(other, data.path("guild").path("id").asString());
    }

    @Test
    void what_it_does_not_ask_for_is_not_told() throws InterruptedException {
        verified();
        town.owner
                .patch(path, Map.of("event_webhooks_types", List.of("APPLICATION_DEAUTHORIZED")))
                .expected();
        agree(town.owner);
        town.owner.delete("/oauth2/tokens/" + town.application).expected();
        assertEquals(
                "APPLICATION_DEAUTHORIZED",
                listener.next().body().at("/event/type").asString());
        assertEquals(
                50_035,
                town.owner
                        .patch(path, Map.of("event_webhooks_types", List.of("ANYTHING")))
                        .code());
    }

    @Test
    void what_is_not_taken_is_tried_again_and_once_more() throws InterruptedException {
        verified();
        listener.status = 503;
        agree(town.owner);
        listener.next();
        listener.status = 204;
        afterPause(0);
        listener.heard.clear();
        agree(town.owner);
        assertEquals(
                "APPLICATION_AUTHORIZED",
                listener.next().body().at("/event/type").asString());
        assertEquals(ON, status(town.owner));
    }

    @Test
    void who_never_takes_anything_is_told_nothing_more_until_the_owner_says_so() throws InterruptedException {
        verified();
        listener.status = 500;
        agree(town.owner);
        listener.next();
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            afterPause(attempt - 1);
        }
        var owner = town.server.caller().as(town.signedInAgain());
        while (status(owner) == ON) {
            Thread.onSpinWait();
        }
        assertEquals(GIVEN_UP, status(owner));
        listener.status = 204;
        agree(owner);
        owner.patch(path, Map.of("event_webhooks_status", ON)).expected();
        owner.delete("/oauth2/tokens/" + town.application).expected();
        assertEquals(
                "APPLICATION_DEAUTHORIZED",
                listener.next().body().at("/event/type").asString(),
                "what happened in between is not told");
    }

    private HttpCaller.Answer asked(int status) {
        return town.owner.patch(
                path,
                Map.of(
                        "event_webhooks_url",
                        listener.url(),
                        "event_webhooks_status",
                        status,
                        "event_webhooks_types",
                        BOTH));
    }

    private void verified() {
        assertEquals(OFF, status(town.owner));
        asked(ON).expected();
        assertEquals(ON, status(town.owner));
        assertEquals(0, listener.heard.remove().body().path("type").asInt(-1), "a ping comes first");
        listener.heard.clear();
    }

    private int status(HttpCaller owner) {
        return owner.get(path).expected().path("event_webhooks_status").asInt();
    }

    /// The application gets a token of the person.
    private void agree(HttpCaller person) {
        String page = "/oauth2/authorize?response_type=code&scope=identify&state=s&client_id=" + town.application
                + "&redirect_uri=" + BACK;
        String location =
                person.post(page, Map.of()).expected().path("location").asString();
        String code = location.replaceFirst(".*[?&]code=([^&]*).*", "$1");
        String form = "grant_type=authorization_code&client_id=" + town.application + "&client_secret=" + secret
                + "&redirect_uri=" + BACK + "&code=" + code;
        town.server
                .caller()
                .send("POST", "/oauth2/token", "application/x-www-form-urlencoded", form.getBytes(UTF_8))
                .expected();
    }

    /// Lets the pause after so many attempts pass, again where the one before was not yet written down.
    private void afterPause(int attempts) throws InterruptedException {
        for (int round = 0; round < 10; round++) {
            clock.pass(Duration.ofSeconds(5L << attempts));
            if (listener.within(1_500)) {
                return;
            }
        }
        throw new AssertionError("It is not tried again");
    }
}
