package chat.parley.media.srtp;

import java.util.Arrays;

/// Which of the last 1,024 indices of one source have been seen (RFC 3711 section 3.3.2). Wide, because a
/// retransmission of video may come
/// a second late.
public final class ReplayWindow {
    static final int SIZE = 1024;

    private final long[] seen = new long[SIZE / Long.SIZE];
    private long highest = -1;

    /// -1 before the first packet.
    public long highest() {
        return highest;
    }

    public boolean isNew(long index) {
        if (index > highest) {
            return true;
        }
        return highest - index < SIZE && (seen[word(index)] & bit(index)) == 0;
    }

    /// Only for indices that are new and whose packet was authentic.
    public void note(long index) {
        if (index > highest) {
            if (index - highest >= SIZE) {
                Arrays.fill(seen, 0);
            } else {
                for (long skipped = highest + 1; skipped < index; skipped++) {
                    seen[word(skipped)] &= ~bit(skipped);
                }
            }
            highest = index;
        }
        seen[word(index)] |= bit(index);
    }

    private static int word(long index) {
        return (int) (index % SIZE) / Long.SIZE;
    }

    private static long bit(long index) {
        return 1L << index % Long.SIZE;
    }
}
