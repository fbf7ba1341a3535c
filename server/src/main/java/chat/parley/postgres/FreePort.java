package chat.parley.postgres;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Ports that stay free. What the kernel picks by itself lies among the ports that it gives to outgoing connections
/// (Linux: 32,768 to 60,999), where one of those may have it by the time a program takes it, or takes it again.
public final class FreePort {
    private static final int LOWEST = 12_000;
    private static final int COUNT = 18_000;
    private static final int TRIES = 1_000;

    private FreePort() {}

    /// @return one that neither TCP nor UDP uses on the loopback address
    /// @throws IOException when there is none in many tries
    public static int onLoopback() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int port = LOWEST + ThreadLocalRandom.current().nextInt(COUNT);
            if (free(port)) {
                return port;
            }
        }
        throw new IOException("no port is free on the loopback address");
    }

    private static boolean free(int port) throws IOException {
        var home = InetAddress.getLoopbackAddress();
        try (var tcp = new ServerSocket(port, 1, home);
                var udp = new DatagramSocket(port, home)) {
            return tcp.isBound() && udp.isBound();
        } catch (BindException taken) {
            return false;
        }
    }
}
