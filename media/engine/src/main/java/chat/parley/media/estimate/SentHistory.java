package chat.parley.media.estimate;

/// When each of the last packets was sent, and how long it was, by transport-wide sequence number. It begins small and
/// grows up to 4,096 as long as packets are overwritten that were sent within a second and not told of yet: so a
/// listener takes a twentieth of what a viewer takes.
///
/// What belongs to one packet lies side by side: it is written for each packet of each subscriber, mostly from memory
/// that the processor has forgotten since the last one.
final class SentHistory {
    private static final int SIZE_MIN = 128;
    private static final int SIZE_MAX = 4096;
    private static final long YOUNG_NANOS = 1_000_000_000L;

    /// Of one packet: its number, when it was sent, its bytes and its probe.
    private static final int WORDS = 4;

    private static final int SENT_AT = 1;
    private static final int BYTES = 2;

    private long[] words = new long[SIZE_MIN * WORDS];
    private int mask = SIZE_MIN - 1;
    private long newest;

    /// @param number counted from one, of which the packet bears the low 16 bits
    /// @param probe which probe it belongs to, or 0
    void sent(long number, int size, int probe, long nowNanos) {
        newest = number;
        int at = at(number);
        if (words[at] != 0 && mask < SIZE_MAX - 1 && nowNanos - words[at + SENT_AT] < YOUNG_NANOS) {
            grow();
            at = at(number);
        }
        words[at] = number;
        words[at + SENT_AT] = nowNanos;
        words[at + BYTES] = (long) probe << 32 | size;
    }

    /// As [BandwidthEstimator#touch].
    int touch(long number) {
        return (int) words[at(number)];
    }

    private void grow() {
        var before = words;
        words = new long[2 * before.length];
        mask = 2 * mask + 1;
        for (int from = 0; from < before.length; from += WORDS) {
            if (before[from] != 0) {
                System.arraycopy(before, from, words, at(before[from]), WORDS);
            }
        }
    }

    /// The slot of a packet that was sent and is told for the first time, or -1.
    int take(int sequence) {
        long number = newest + (short) (sequence - (int) newest);
        int at = at(number);
        if (number <= 0 || words[at] != number) {
            return -1;
        }
        words[at] = 0;
        return at;
    }

    private int at(long number) {
        return ((int) number & mask) * WORDS;
    }

    long sentAt(int slot) {
        return words[slot + SENT_AT];
    }

    int probe(int slot) {
        return (int) (words[slot + BYTES] >>> 32);
    }

    int bytes(int slot) {
        return (int) words[slot + BYTES];
    }
}
