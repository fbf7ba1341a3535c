package chat.parley.media.net.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class FreedPortTest {
    private static final int TRIES = 100;

    /// Without waiting for the thread that accepts, the port was still taken in nine of ten tries.
    @Test
    void a_closed_server_has_given_its_port_back() throws Exception {
        var host = InetAddress.getLoopbackAddress();
        int taken = 0;
        for (int i = 0; i < TRIES; i++) {
            int port;
            try (var any = new ServerSocket(0, 1, host)) {
                port = any.getLocalPort();
            }
            try (var server = new StreamServer(host, port)) {
                server.start((_, _) -> {});
                Thread.sleep(5);
            }
            try (var again = new ServerSocket(port, 1, host)) {
                assertEquals(port, again.getLocalPort());
            } catch (IOException still) {
                taken++;
            }
        }
        assertEquals(0, taken);
    }
}
