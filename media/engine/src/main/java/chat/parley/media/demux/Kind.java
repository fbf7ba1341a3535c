package chat.parley.media.demux;

import chat.parley.media.wire.Bytes;

/// What a datagram is, by RFC 7983 section 7 and, for RTCP among RTP, RFC 5761 section 4.
public enum Kind {
    STUN,
    DTLS,
    RTP,
    RTCP,
    /// Nobody's: dropped and counted.
    UNKNOWN;

    private static final int STUN_HEADER = 20;
    private static final int DTLS_HEADER = 13;
    private static final int RTP_HEADER = 12;
    private static final int RTCP_HEADER = 8;

    public static Kind of(byte[] datagram, int offset, int length) {
        if (length < RTCP_HEADER) {
            return UNKNOWN;
        }
        int first = Bytes.u8(datagram, offset);
        if (first >= 128 && first <= 191) {
            return media(Bytes.u8(datagram, offset + 1), length);
        }
        if (first <= 3) {
            return length >= STUN_HEADER ? STUN : UNKNOWN;
        }
        return first >= 20 && first <= 63 && length >= DTLS_HEADER ? DTLS : UNKNOWN;
    }

    private static Kind media(int second, int length) {
        if (second >= 192 && second <= 223) {
            return RTCP;
        }
        return length >= RTP_HEADER ? RTP : UNKNOWN;
    }
}
