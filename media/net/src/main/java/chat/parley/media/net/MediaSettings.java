package chat.parley.media.net;

import java.net.InetAddress;
import java.util.List;

/// @param host the address to bind
/// @param port zero for any free one
/// @param advertised the addresses that offers name, best first, with the port that was bound
/// @param participantsMax further joins are refused
/// @param handshakesMax DTLS handshakes that run at once; what comes beyond is repeated by its sender
public record MediaSettings(
        InetAddress host, int port, List<InetAddress> advertised, int participantsMax, int handshakesMax) {
    private static final int PARTICIPANTS_MAX = 5_000;
    private static final int HANDSHAKES_MAX = 64;

    public MediaSettings {
        advertised = List.copyOf(advertised);
        if (advertised.isEmpty() || participantsMax < 1 || handshakesMax < 1) {
            throw new IllegalArgumentException("an address is needed, and bounds must be positive");
        }
    }

    public static MediaSettings of(InetAddress host, int port, List<InetAddress> advertised) {
        return new MediaSettings(host, port, advertised, PARTICIPANTS_MAX, HANDSHAKES_MAX);
    }
}
