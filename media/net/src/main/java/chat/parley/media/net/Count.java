package chat.parley.media.net;

import java.util.Locale;

/// What a media server counts since its start.
public enum Count {
    RECEIVED("Authentic media packets."),
    FORWARDED("Media packets sent to subscribers."),
    RESENT("Media packets sent once more to a subscriber who lost them."),
    GATED("Packets of voices that were muted or not among the loudest."),
    UNKNOWN("Datagrams that are neither STUN nor DTLS nor RTP nor RTCP."),
    STRANGERS("Datagrams from addresses that proved nothing."),
    MALFORMED("Packets that could not be read."),
    FORGED("Packets whose tag was wrong."),
    REPLAYED("Packets that came before."),
    UNBOUND("Packets of a stream that nobody announced."),
    UNSENT("Datagrams that the kernel did not take."),
    DROPPED("Messages and events for which a queue had no room."),
    STREAMS_DROPPED("Packets that a slow TCP connection could not bear."),
    PASSED("Datagrams that came by the socket of one media loop and belonged to another."),
    HANDSHAKES_FAILED("DTLS handshakes that ended without keys."),
    FAULTS("Errors of the server's own that were caught.");

    /// For a metrics page.
    public final String help;

    Count(String help) {
        this.help = help;
    }

    /// In lower case with underscores.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
