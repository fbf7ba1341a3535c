package chat.parley.voice.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.parley.base.id.UserId;
import chat.parley.voice.turn.Relays.Access;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class RelaysTest {
    private static final UserId ANN = new UserId(42);

    private static Access access(String secret, Clock clock) {
        var relays = new Relays(List.of("turn:127.0.0.1"), secret, clock);
        return Objects.requireNonNull(relays.accessFor(ANN));
    }

    @Test
    void the_password_is_the_mac_of_the_name() {
        var now = Clock.fixed(Instant.parse("2026-01-01T00:04:05Z"), ZoneOffset.UTC);
        var access = access("sesame", now);
        assertEquals("1767312245:42", access.username());
        assertEquals("CFYamjZUuP5ebh8Py9Ce2DM8+LI=", access.credential());
        assertNotEquals(access.credential(), access("other", now).credential());
    }

    @Test
    void without_servers_or_a_secret_nobody_is_relayed() {
        assertNull(new Relays(List.of(), "sesame", Clock.systemUTC()).accessFor(ANN));
        assertNull(new Relays(List.of("turn:127.0.0.1"), "", Clock.systemUTC()).accessFor(ANN));
    }

    @Test
    void coturn_with_the_shipped_settings_relays_to_the_media_port_alone() throws Exception {
        assumeTrue(Coturn.installed(), "coturn is installed");
        try (var coturn = Coturn.start("sesame");
                var media = echo("127.0.0.1");
                var elsewhere = echo("127.0.0.2")) {
            var access = access("sesame", Clock.systemUTC());
            assertTrue(coturn.relays(access, media));
            assertFalse(coturn.relays(access, elsewhere), "only the media address is relayed to");
            assertFalse(coturn.relays(access("wrong", Clock.systemUTC()), media));
            var over = Clock.offset(Clock.systemUTC(), Relays.HELD.negated().minus(Duration.ofMinutes(1)));
            assertFalse(coturn.relays(access("sesame", over), media), "the day is over");
        }
    }

    /// Sends back what comes, until it is closed.
    private static DatagramSocket echo(String address) throws Exception {
        var socket = new DatagramSocket(0, InetAddress.ofLiteral(address));
        Thread.startVirtualThread(() -> {
            var packet = new DatagramPacket(new byte[2_048], 2_048);
            try {
                while (true) {
                    socket.receive(packet);
                    socket.send(packet);
                }
            } catch (IOException closed) {
                assertTrue(socket.isClosed());
            }
        });
        return socket;
    }
}
