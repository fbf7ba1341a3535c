package chat.parley.media.net.udp;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the best socket that the host has.
public final class UdpSockets {
    private static final Logger LOG = LoggerFactory.getLogger(UdpSockets.class);
    /// Whose structures look as `Layout` says.
    private static final Set<String> KNOWN = Set.of("amd64", "aarch64");

    private UdpSockets() {}

    /// @throws IOException when the port cannot be bound
    public static UdpSocket open(InetAddress host, int port) throws IOException {
        return open(host, port, false);
    }

    /// Several sockets at one port, over which the kernel spreads what comes by its addresses (`SO_REUSEPORT`).
    /// It would share the port with any other program of the same user too, so it is to be reserved before.
    ///
    /// @throws IOException when the port cannot be bound
    public static List<UdpSocket> open(InetAddress host, int port, int count) throws IOException {
        if (count == 1) {
            return List.of(open(host, port));
        }
        var sockets = new ArrayList<UdpSocket>();
        try {
            sockets.add(open(host, port, true));
            while (sockets.size() < count) {
                sockets.add(open(host, sockets.getFirst().port(), true));
            }
            return List.copyOf(sockets);
        } catch (IOException | RuntimeException refused) {
            for (var it : sockets) {
                it.close();
            }
            throw refused;
        }
    }

    private static UdpSocket open(InetAddress host, int port, boolean shared) throws IOException {
        if (!linux()) {
            return new NioSocket(host, port, shared);
        }
        try {
            return new LinuxSocket(host, port, shared);
        } catch (IOException | RuntimeException refused) {
            LOG.info("calls go without the kernel's batches: {}", refused.getMessage());
            return new NioSocket(host, port, shared);
        }
    }

    static boolean linux() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return system.contains("linux") && KNOWN.contains(System.getProperty("os.arch"));
    }
}
