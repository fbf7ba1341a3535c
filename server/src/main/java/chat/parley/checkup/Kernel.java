package chat.parley.checkup;

import chat.parley.media.net.udp.UdpSockets;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the kernel gives to calls: room for datagrams, and taking many at once.
final class Kernel {
    private static final Path LIMITS = Path.of("/proc/sys/net/core");
    /// As much as the media port asks for.
    private static final long BUFFER_BYTES = 4 << 20;

    private Kernel() {}

    static List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        buffer("rmem_max", "received", findings);
        buffer("wmem_max", "sent", findings);
        try (var socket = UdpSockets.open(InetAddress.getLoopbackAddress(), 0)) {
            findings.add(
                    socket.batches()
                            ? Finding.good("datagrams", "many at once (recvmmsg, sendmmsg, segmentation offload)")
                            : Finding.advice(
                                    "datagrams",
                                    "one at a time",
                                    "Calls cost more here than on Linux with x86-64 or ARM64 and native access."));
        } catch (IOException none) {
            findings.add(Finding.bad(
                    "datagrams", String.valueOf(none.getMessage()), "This machine lets no UDP socket be made."));
        }
        return findings;
    }

    private static void buffer(String name, String of, List<Finding> findings) {
        try {
            long bytes = Long.parseLong(Files.readString(LIMITS.resolve(name)).strip());
            String seen = "up to " + (bytes >> 10) + " kB of datagrams to be " + of;
            findings.add(
                    bytes >= BUFFER_BYTES
                            ? Finding.good("net.core." + name, seen)
                            : Finding.advice(
                                    "net.core." + name,
                                    seen,
                                    "Large calls lose packets in bursts. Write net.core." + name + " = " + BUFFER_BYTES
                                            + " into /etc/sysctl.d/parley.conf and run `sysctl --system`."));
        } catch (IOException | NumberFormatException elsewhere) {
            // Containers and other systems have no such file, and nothing to set.
            findings.add(Finding.good("net.core." + name, "not told by this system"));
        }
    }
}
