package chat.parley.media.rtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chat.parley.media.wire.Bytes;
import org.jspecify.annotations.Nullable;

/// The header extensions that we speak. The server makes every offer, so one id for each of them holds in all
/// calls and a forwarded packet's extensions need no translation.
public enum Extension {
    MID(1, "urn:ietf:params:rtp-hdrext:sdes:mid"),
    RID(2, "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id"),
    REPAIRED_RID(3, "urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id"),
    AUDIO_LEVEL(4, "urn:ietf:params:rtp-hdrext:ssrc-audio-level"),
    TRANSPORT_SEQUENCE(5, "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01"),
    ABSOLUTE_SEND_TIME(6, "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time"),
    PLAYOUT_DELAY(7, "http://www.webrtc.org/experiments/rtp-hdrext/playout-delay"),
    DEPENDENCY_DESCRIPTOR(8, "https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension");

    public final int id;
    public final String uri;

    Extension(int id, String uri) {
        this.id = id;
        this.uri = uri;
    }

    public static @Nullable Extension of(String uri) {
        for (var extension : values()) {
            if (extension.uri.equals(uri)) {
                return extension;
            }
        }
        return null;
    }

    /// MID, RID and REPAIRED_RID are short texts; null when the packet has none.
    public @Nullable String text(RtpPacket packet) {
        int at = packet.extensionAt(id);
        return at < 0 ? null : new String(packet.bytes(), at, packet.extensionLength(id), US_ASCII);
    }

    /// RFC 6464: 0 is as loud as can be, 127 is silence; -1 when the packet does not say.
    public static int audioLevel(RtpPacket packet) {
        int at = packet.extensionAt(AUDIO_LEVEL.id);
        return at < 0 || packet.extensionLength(AUDIO_LEVEL.id) < 1 ? -1 : packet.bytes()[at] & 0x7f;
    }

    /// RFC 6464: whether the sender thinks that this is a voice.
    public static boolean voice(RtpPacket packet) {
        int at = packet.extensionAt(AUDIO_LEVEL.id);
        return at >= 0 && packet.extensionLength(AUDIO_LEVEL.id) >= 1 && packet.bytes()[at] < 0;
    }

    /// -1 when the packet has none.
    public static int transportSequence(RtpPacket packet) {
        int at = packet.extensionAt(TRANSPORT_SEQUENCE.id);
        return at < 0 || packet.extensionLength(TRANSPORT_SEQUENCE.id) < 2 ? -1 : Bytes.u16(packet.bytes(), at);
    }

    /// 24 bits of 6.18 fixed-point seconds, or -1.
    public static int absoluteSendTime(RtpPacket packet) {
        int at = packet.extensionAt(ABSOLUTE_SEND_TIME.id);
        return at < 0 || packet.extensionLength(ABSOLUTE_SEND_TIME.id) < 3 ? -1 : Bytes.u24(packet.bytes(), at);
    }

    /// The smallest and the largest delay, 12 bits each in units of 10 ms, or -1.
    public static int playoutDelay(RtpPacket packet) {
        int at = packet.extensionAt(PLAYOUT_DELAY.id);
        return at < 0 || packet.extensionLength(PLAYOUT_DELAY.id) < 3 ? -1 : Bytes.u24(packet.bytes(), at);
    }

    /// The extension's form of a moment.
    public static int absoluteSendTime(long nanos) {
        return (int) (((nanos / 1000) << 18) / 1_000_000 & 0xff_ffff);
    }
}
