package chat.parley.media.codec;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The codecs that we offer. One payload type each, for all calls, since the server makes every offer.
public enum Codec {
    OPUS("opus", 111, 0, 48_000, true),
    /// RFC 2198 around Opus; it has no retransmissions, being redundant.
    RED("red", 63, 0, 48_000, true),
    VP8("VP8", 96, 97, 90_000, false),
    VP9("VP9", 98, 99, 90_000, false),
    H264("H264", 102, 103, 90_000, false),
    AV1("AV1", 45, 46, 90_000, false);

    public final String encoding;
    public final int payloadType;
    /// Zero when lost packets are not sent again.
    public final int rtxPayloadType;

    public final int clockRate;
    public final boolean audio;

    Codec(String encoding, int payloadType, int rtxPayloadType, int clockRate, boolean audio) {
        this.encoding = encoding;
        this.payloadType = payloadType;
        this.rtxPayloadType = rtxPayloadType;
        this.clockRate = clockRate;
        this.audio = audio;
    }

    /// True when a stream of this codec may have packets of that type: RED is left away where it is of no use.
    public boolean carries(int payloadType) {
        return payloadType == this.payloadType || (this == RED && payloadType == OPUS.payloadType);
    }

    public static @Nullable Codec ofPayloadType(int payloadType) {
        for (var codec : values()) {
            if (codec.payloadType == payloadType) {
                return codec;
            }
        }
        return null;
    }

    public static @Nullable Codec ofRtxPayloadType(int payloadType) {
        for (var codec : values()) {
            if (payloadType != 0 && codec.rtxPayloadType == payloadType) {
                return codec;
            }
        }
        return null;
    }

    public static @Nullable Codec ofEncoding(String encoding) {
        for (var codec : values()) {
            if (codec.encoding.toLowerCase(Locale.ROOT).equals(encoding.toLowerCase(Locale.ROOT))) {
                return codec;
            }
        }
        return null;
    }
}
