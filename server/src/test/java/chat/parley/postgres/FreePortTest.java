package chat.parley.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;
import org.junit.jupiter.api.Test;

final class FreePortTest {
    private static final Path OUTGOING = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    @Test
    void no_outgoing_connection_can_get_it() throws IOException {
        int lowest = lowestOutgoing();
        for (int i = 0; i < 100; i++) {
            int port = FreePort.onLoopback();
            assertTrue(port < lowest, () -> port + " is among those from " + lowest);
        }
    }

    @Test
    void it_is_free_for_both_transports() throws IOException {
        var home = InetAddress.getLoopbackAddress();
        int port = FreePort.onLoopback();
        try (var tcp = new ServerSocket(port, 1, home);
                var udp = new DatagramSocket(port, home)) {
            assertTrue(tcp.isBound() && udp.isBound());
        }
    }

    private static int lowestOutgoing() throws IOException {
        if (!Files.exists(OUTGOING)) {
            return 32_768;
        }
        try (var range = new Scanner(OUTGOING, US_ASCII)) {
            return range.nextInt();
        }
    }
}
