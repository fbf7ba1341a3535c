package chat.parley.media.net;

import java.net.InetAddress;
import java.util.List;

/// @param host the address to bind
/// @param port zero for any free one
/// @param advertised the addresses that offers name, best first, with the port that was bound
/// @param participantsMax further joins are refused
/// @param handshakesMax DTLS handshakes that run at once; what comes beyond is repeated by its sender
/// @param loops threads over which rooms are spread; each has a socket of its own at the port
/// @param largePages whether the process's memory may be put into large pages while there are calls
public record MediaSettings(
        InetAddress host,
        int port,
        List<InetAddress> advertised,
        int participantsMax,
        int handshakesMax,
        int loops,
        boolean largePages) {
    private static final int PARTICIPANTS_MAX = 5_000;
    private static final int HANDSHAKES_MAX = 64;
    private static final int LOOPS_MAX = 64;

    public MediaSettings {
        advertised = List.copyOf(advertised);
        if (advertised.isEmpty() || participantsMax < 1 || handshakesMax < 1) {
            throw new IllegalArgumentException("an address is needed, and bounds must be positive");
        }
        if (loops < 1 || loops > LOOPS_MAX) {
            throw new IllegalArgumentException("from 1 to " + LOOPS_MAX + " loops");
        }
    }

    /// With large pages.
    public MediaSettings(
            InetAddress host,
            int port,
            List<InetAddress> advertised,
            int participantsMax,
            int handshakesMax,
            int loops) {
        this(host, port, advertised, participantsMax, handshakesMax, loops, true);
    }

    /// With a loop for each processor, and large pages.
    public static MediaSettings of(InetAddress host, int port, List<InetAddress> advertised) {
        int loops = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, LOOPS_MAX);
        return new MediaSettings(host, port, advertised, PARTICIPANTS_MAX, HANDSHAKES_MAX, loops);
    }

    public MediaSettings withLoops(int loops) {
        return new MediaSettings(host, port, advertised, participantsMax, handshakesMax, loops, largePages);
    }

    public MediaSettings withLargePages(boolean largePages) {
        return new MediaSettings(host, port, advertised, participantsMax, handshakesMax, loops, largePages);
    }
}
