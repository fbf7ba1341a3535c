package chat.parley.media.rtp;

import chat.parley.media.wire.Bytes;

/// Transport-wide congestion control (draft-holmer-rmcat-transport-wide-cc-extensions-01): which packets arrived
/// when, in 250 µs.
public final class TransportFeedback {
    public static final long TICK_NANOS = 250_000;
    /// The reference time counts 64 ms.
    public static final long REFERENCE_NANOS = 256 * TICK_NANOS;
    /// More packets in one feedback are not believed: it is what a peer that lies would make us work through.
    public static final int PACKETS_MAX = 4096;

    private static final int HEADER = 20;
    private static final int RUN_MAX = 0x1fff;

    /// Told each packet in order. The time is in nanoseconds since the feedback's reference time; -1 when it did not
    /// arrive.
    public interface Arrival {
        void of(int sequence, long sinceReferenceNanos);
    }

    private TransportFeedback() {}

    public static int baseSequence(Rtcp part) {
        return Bytes.u16(part.bytes(), part.at() + 12);
    }

    /// 24 bits with a sign.
    public static int reference(Rtcp part) {
        return Bytes.u24(part.bytes(), part.at() + 16) << 8 >> 8;
    }

    public static int number(Rtcp part) {
        return Bytes.u8(part.bytes(), part.at() + 19);
    }

    /// False when the part is not well formed; what was told before stays told.
    public static boolean read(Rtcp part, Arrival arrival) {
        if (part.length() < HEADER + 2) {
            return false;
        }
        byte[] bytes = part.bytes();
        int end = part.at() + part.length();
        int count = Bytes.u16(bytes, part.at() + 14);
        int deltas = chunksEnd(bytes, part.at() + HEADER, end, count);
        if (deltas < 0 || count > PACKETS_MAX) {
            return false;
        }
        int sequence = baseSequence(part);
        long time = 0;
        int chunk = part.at() + HEADER;
        for (int done = 0; done < count; chunk += 2) {
            int word = Bytes.u16(bytes, chunk);
            int size = Math.min(chunkSize(word), count - done);
            for (int i = 0; i < size; i++, done++) {
                int symbol = symbol(word, i);
                if (deltas + (symbol & 3) > end || symbol == 3) {
                    return false;
                }
                if (symbol != 0) {
                    time += symbol == 1 ? Bytes.u8(bytes, deltas) : (short) Bytes.u16(bytes, deltas);
                    deltas += symbol;
                }
                arrival.of(sequence++ & 0xffff, symbol == 0 ? -1 : time * TICK_NANOS);
            }
        }
        return true;
    }

    private static int chunksEnd(byte[] bytes, int at, int end, int count) {
        int chunk = at;
        for (int done = 0; done < count; chunk += 2) {
            if (chunk + 2 > end) {
                return -1;
            }
            int size = chunkSize(Bytes.u16(bytes, chunk));
            if (size == 0) {
                return -1;
            }
            done += size;
        }
        return chunk;
    }

    private static int chunkSize(int word) {
        if ((word & 0x8000) == 0) {
            return word & RUN_MAX;
        }
        return (word & 0x4000) == 0 ? 14 : 7;
    }

    /// 0 not received, 1 a delta of one byte, 2 of two bytes, 3 reserved.
    private static int symbol(int word, int index) {
        if ((word & 0x8000) == 0) {
            return word >>> 13 & 3;
        }
        return (word & 0x4000) == 0 ? word >>> (13 - index) & 1 : word >>> (12 - 2 * index) & 3;
    }

    /// Writes what a peer is told about `count` packets from `base` on.
    ///
    /// @param ticks when each arrived, in ticks since the reference time, or -1 when it did not
    /// @return the length, or -1 when a delta does not fit: then tell less
    public static int write(byte[] bytes, int at, int ssrc, int mediaSsrc, Told told, long[] ticks) {
        int chunk = at + HEADER;
        for (int i = 0; i < told.count(); i += 7) {
            int word = 0xc000;
            for (int j = 0; j < 7 && i + j < told.count(); j++) {
                long delta = delta(ticks, i + j);
                if (delta < Short.MIN_VALUE || delta > Short.MAX_VALUE) {
                    return -1;
                }
                word |= symbol(ticks[i + j], delta) << (12 - 2 * j);
            }
            Bytes.put16(bytes, chunk, word);
            chunk += 2;
        }
        int end = deltas(bytes, chunk, told.count(), ticks);
        int padded = at + (end - at + 3 & ~3);
        while (end < padded) {
            bytes[end++] = 0;
        }
        Feedback.header(bytes, at, Rtcp.TRANSPORT_FEEDBACK, Rtcp.TRANSPORT_WIDE, end - at);
        Feedback.sources(bytes, at, ssrc, mediaSsrc);
        Bytes.put16(bytes, at + 12, told.base());
        Bytes.put16(bytes, at + 14, told.count());
        Bytes.put24(bytes, at + 16, told.reference());
        Bytes.put8(bytes, at + 19, told.number());
        return end - at;
    }

    /// What stands in a feedback's header.
    ///
    /// @param number counts feedbacks
    public record Told(int base, int count, int reference, int number) {}

    private static int deltas(byte[] bytes, int at, int count, long[] ticks) {
        int end = at;
        for (int i = 0; i < count; i++) {
            long delta = delta(ticks, i);
            switch (symbol(ticks[i], delta)) {
                case 1 -> Bytes.put8(bytes, end++, (int) delta);
                case 2 -> {
                    Bytes.put16(bytes, end, (int) delta);
                    end += 2;
                }
                default -> {}
            }
        }
        return end;
    }

    private static int symbol(long tick, long delta) {
        if (tick < 0) {
            return 0;
        }
        return delta >= 0 && delta <= 255 ? 1 : 2;
    }

    /// Since the last packet that arrived before this one in the list.
    private static long delta(long[] ticks, int index) {
        if (ticks[index] < 0) {
            return 0;
        }
        for (int before = index - 1; before >= 0; before--) {
            if (ticks[before] >= 0) {
                return ticks[index] - ticks[before];
            }
        }
        return ticks[index];
    }
}
