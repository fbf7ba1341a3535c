package chat.parley.edge.discord.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.GatewayClient;
import chat.parley.testing.MovingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// Many at once, and time that passes.
final class CrowdTest {
    private static final int PEOPLE = 20;
    private static final int DEVICES = 50;
    private static final int MESSAGES = 20;

    @Test
    void a_thousand_sockets_all_hear_every_message_in_order() {
        try (var house = new House()) {
            var owner = house.person("owner");
            var guild = house.guild(owner, "Crowd");
            var general = house.general(guild);
            var clients = new ArrayList<GatewayClient>();
            for (int i = 0; i < PEOPLE; i++) {
                var person = house.person("person" + i);
                house.join(person, guild);
                for (int j = 0; j < DEVICES; j++) {
                    var client = house.connect();
                    client.identify(person.token());
                    clients.add(client);
                }
            }
            assertEquals(PEOPLE * DEVICES, house.gateway.counts().sockets());
            var posted = new ArrayList<String>();
            for (int i = 0; i < MESSAGES; i++) {
                posted.add(house.post(owner, general, "message " + i).id().text());
            }
            for (var client : clients) {
                var heard = new ArrayList<String>();
                for (int i = 0; i < MESSAGES; i++) {
                    heard.add(
                            client.event("MESSAGE_CREATE").path("d").path("id").asString());
                }
                assertEquals(posted, heard);
            }
            clients.forEach(GatewayClient::cut);
        }
    }

    @Test
    void a_silent_client_is_closed_and_its_session_forgotten_after_five_minutes() {
        var clock = new MovingClock();
        try (var house = new House(clock, 100)) {
            var anna = house.person("anna");
            var client = house.connect();
            var ready = client.identify(anna.token()).path("d");
            clock.pass(Duration.ofSeconds(90));
            assertEquals(4009, client.closeCode());
            var home =
                    house.gateway.registry().of(anna.caller().id()).iterator().next();
            await(() -> home.session().socket() == null);
            clock.pass(Duration.ofMinutes(5).plusSeconds(1));
            await(() -> house.gateway.counts().sessions() == 0);
            try (var late = house.connect()) {
                late.resume(anna.token(), ready.path("session_id").asString(), 1);
                assertFalse(late.op(9).path("d").asBoolean(true));
            }
        }
    }

    private static void await(BooleanSupplier done) {
        long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        assertTrue(done.getAsBoolean());
    }
}
