package chat.parley.media.rtp;

import chat.parley.media.wire.Bytes;

/// Generic NACK (RFC 4585 section 6.2.1): pairs of a sequence number and a mask of the sixteen after it.
public final class Nack {
    private static final int FEEDBACK_HEADER = 12;

    /// Told each missing number.
    public interface Missing {
        void is(int sequence);
    }

    private Nack() {}

    public static void read(Rtcp part, Missing missing) {
        int end = part.at() + part.length();
        for (int at = part.at() + FEEDBACK_HEADER; at + 4 <= end; at += 4) {
            int first = Bytes.u16(part.bytes(), at);
            missing.is(first);
            for (int mask = Bytes.u16(part.bytes(), at + 2), next = first + 1; mask != 0; mask >>>= 1, next++) {
                if ((mask & 1) != 0) {
                    missing.is(next & 0xffff);
                }
            }
        }
    }

    /// Writes a NACK for the first `count` of these numbers, which ascend modulo 2^16.
    ///
    /// @return its length
    public static int write(byte[] bytes, int at, int ssrc, int mediaSsrc, int[] sequences, int count) {
        int end = at + FEEDBACK_HEADER;
        for (int i = 0; i < count; ) {
            int first = sequences[i++];
            int mask = 0;
            for (; i < count; i++) {
                int distance = sequences[i] - first & 0xffff;
                if (distance < 1 || distance > 16) {
                    break;
                }
                mask |= 1 << (distance - 1);
            }
            Bytes.put16(bytes, end, first);
            Bytes.put16(bytes, end + 2, mask);
            end += 4;
        }
        Feedback.header(bytes, at, Rtcp.TRANSPORT_FEEDBACK, Rtcp.NACK, end - at);
        Feedback.sources(bytes, at, ssrc, mediaSsrc);
        return end - at;
    }
}
