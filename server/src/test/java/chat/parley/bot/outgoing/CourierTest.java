package chat.parley.bot.outgoing;

import static chat.parley.bot.BotTown.id;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.bot.BotTown;
import chat.parley.config.Keys;
import chat.parley.testing.MovingClock;
import chat.parley.testing.TestServer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/// A guild's events on their way to a server elsewhere, which is not always there.
final class CourierTest {
    private final BlockingQueue<Delivered> delivered = new LinkedBlockingQueue<>();
    private volatile int status = 200;

    private record Delivered(String event, String signature, String timestamp, byte[] body) {}

    @Test
    void events_are_signed_tried_again_and_kept_when_nobody_takes_them() throws Exception {
        var backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        backend.createContext("/", this::handle);
        backend.start();
        String url = "http://127.0.0.1:" + backend.getAddress().getPort() + "/events";
        var clock = new MovingClock();
        try (var server = TestServer.start(Map.of(Keys.OUTGOING_NETWORKS, "127.0.0.0/8"), clock)) {
            var town = new BotTown(server);
            String hooks = "/guilds/" + town.guild + "/outgoing-webhooks";
            var made = town.owner
                    .post(hooks, Map.of("url", url, "events", List.of("MESSAGE_CREATE")))
                    .expected();
            say(town, "told");
            var first = taken();
            while (!new String(first.body(), UTF_8).contains("told")) {
                first = taken();
            }
            assertEquals("MESSAGE_CREATE", first.event());
            assertEquals(signed(made.path("secret").asString(), first), first.signature());

            status = 500;
            say(town, "lost");
            for (int attempt = 0; attempt < 10; attempt++) {
                takenInTime(clock);
            }
            String letters = hooks + "/" + id(made) + "/dead-letters";
            var owner = server.caller().as(town.signedInAgain());
            var dead = owner.get(letters).expected();
            // A letter of before may have been among the ten, so the last attempt may still be due.
            for (int pause = 0; dead.isEmpty() && pause < 100; pause++) {
                delivered.poll(200, TimeUnit.MILLISECONDS);
                clock.pass(Duration.ofHours(2));
                owner = server.caller().as(town.signedInAgain());
                dead = owner.get(letters).expected();
            }
            assertEquals("HTTP 500", dead.path(0).path("outcome").asString());
            status = 200;
            assertEquals(
                    204,
                    owner.post(letters + "/" + id(dead.path(0)) + "/retry", Map.of())
                            .status());
            assertTrue(new String(taken().body(), UTF_8).contains("lost"));
            String hook = hooks + "/" + id(made);
            // What became of a delivery is written after its answer has come.
            var log = owner.get(hook + "/deliveries").body();
            for (int pause = 0; !log.contains("taken") && pause < 100; pause++) {
                Thread.sleep(50);
                log = owner.get(hook + "/deliveries").body();
            }
            assertTrue(log.contains("taken"), log);
            assertFalse(owner.get(hooks).body().contains("secret"));
            var rotated = owner.post(hook + "/secret", Map.of()).expected();
            assertNotEquals(
                    made.path("secret").asString(), rotated.path("secret").asString());
        } finally {
            backend.stop(0);
        }
    }

    @Test
    void an_address_that_is_gone_for_good_is_not_asked_again() throws Exception {
        var backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        backend.createContext("/", this::handle);
        backend.start();
        status = 410;
        try (var server = TestServer.start(Map.of(Keys.OUTGOING_NETWORKS, "127.0.0.0/8"))) {
            var town = new BotTown(server);
            String hooks = "/guilds/" + town.guild + "/outgoing-webhooks";
            String url = "http://127.0.0.1:" + backend.getAddress().getPort() + "/events";
            String hook = id(town.owner
                    .post(hooks, Map.of("url", url, "events", List.of("MESSAGE_CREATE")))
                    .expected());
            say(town, "too late");
            taken();
            String letters = hooks + "/" + hook + "/dead-letters";
            var dead = town.owner.get(letters).expected();
            while (dead.isEmpty()) {
                dead = town.owner.get(letters).expected();
            }
            assertEquals("HTTP 410", dead.path(0).path("outcome").asString());
            assertEquals(1, dead.path(0).path("attempts").asInt());
        } finally {
            backend.stop(0);
        }
    }

    @Test
    void only_who_manages_webhooks_sets_them_up() {
        try (var server = TestServer.start()) {
            var town = new BotTown(server);
            var member = server.caller().as(town.member("member"));
            String hooks = "/guilds/" + town.guild + "/outgoing-webhooks";
            var body = Map.of("url", "https://example.org/", "events", List.of("MESSAGE_CREATE"));
            assertEquals(50_013, member.post(hooks, body).code());
            assertEquals(50_013, member.get(hooks).code());
            var wrong = Map.of("url", "https://example.org/", "events", List.of("ANYTHING"));
            assertEquals(50_035, town.owner.post(hooks, wrong).code());
            String made = id(town.owner.post(hooks, body).expected());
            assertEquals(204, town.owner.delete(hooks + "/" + made).status());
            assertEquals(
                    10_015, town.owner.get(hooks + "/" + made + "/dead-letters").code());
        }
    }

    private static void say(BotTown town, String text) {
        town.owner
                .post("/channels/" + town.general + "/messages", Map.of("content", text))
                .expected();
    }

    private Delivered taken() throws InterruptedException {
        var next = delivered.poll(15, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Nothing came");
        }
        return next;
    }

    /// Lets time pass until the next attempt.
    private void takenInTime(MovingClock clock) throws InterruptedException {
        for (int pause = 0; pause < 100; pause++) {
            if (delivered.poll(200, TimeUnit.MILLISECONDS) != null) {
                return;
            }
            clock.pass(Duration.ofHours(2));
        }
        throw new AssertionError("Nothing came");
    }

    private void handle(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        byte[] body = exchange.getRequestBody().readAllBytes();
        int answer = status;
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
        delivered.add(new Delivered(
                headers.getFirst("X-Parley-Event"),
                headers.getFirst("X-Parley-Signature"),
                headers.getFirst("X-Parley-Timestamp"),
                body));
    }

    private static String signed(String secret, Delivered it) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        mac.update((it.timestamp() + ".").getBytes(UTF_8));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(it.body()));
    }
}
