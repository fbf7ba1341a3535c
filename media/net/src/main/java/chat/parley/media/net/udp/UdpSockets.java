package chat.parley.media.net.udp;

import java.io.IOException;
import java.net.InetAddress;
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
        if (!linux()) {
            return new NioSocket(host, port);
        }
        try {
            return new LinuxSocket(host, port);
        } catch (IOException | RuntimeException refused) {
            LOG.info("calls go without the kernel's batches: {}", refused.getMessage());
            return new NioSocket(host, port);
        }
    }

    static boolean linux() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return system.contains("linux") && KNOWN.contains(System.getProperty("os.arch"));
    }
}
