package chat.parley.media.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.ice.Credentials;
import chat.parley.media.net.client.Trial;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TrialTest {
    private final InetAddress here = InetAddress.getLoopbackAddress();
    private final Credentials known = Credentials.random(new Random(1));
    private final MediaServer server;
    private final InetSocketAddress address;

    TrialTest() throws IOException {
        server = MediaServer.start(MediaSettings.of(here, 0, List.of(here)));
        server.trial(known);
        address = new InetSocketAddress(here, server.port());
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void an_open_way_is_answered_by_udp_and_by_tcp_and_nobody_is_in_a_room_for_it() throws IOException {
        assertEquals(here, Trial.overUdp(address, known).seenAs().host());
        assertEquals(here, Trial.overTcp(address, known).seenAs().host());
        assertEquals(0, server.participants());
    }

    @Test
    void strangers_credentials_are_not_answered() {
        var strangers = Credentials.random(new Random(2));
        assertThrows(IOException.class, () -> Trial.overUdp(address, strangers));
        var forged = new Credentials(known.fragment(), strangers.password());
        assertThrows(IOException.class, () -> Trial.overUdp(address, forged));
        assertTrue(server.counts().of(Count.STRANGERS) > 0);
    }

    @Test
    void a_port_on_which_nothing_or_something_silent_listens_is_told() throws IOException {
        int port;
        try (var silent = new DatagramSocket(0, here)) {
            port = silent.getLocalPort();
            var there = new InetSocketAddress(here, port);
            assertEquals(
                    "nothing answers",
                    assertThrows(IOException.class, () -> Trial.overUdp(there, known))
                            .getMessage());
        }
        var there = new InetSocketAddress(here, port);
        assertEquals(
                "nobody listens there",
                assertThrows(IOException.class, () -> Trial.overUdp(there, known))
                        .getMessage());
        assertThrows(IOException.class, () -> Trial.overTcp(there, known));
    }
}
