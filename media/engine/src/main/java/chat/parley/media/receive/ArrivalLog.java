package chat.parley.media.receive;

import chat.parley.media.rtp.TransportFeedback;

/// When the packets of one sender arrived, by transport-wide sequence number, and the feedback that tells it. A
/// ring of the last 512: even at 100 ms from one to the next that is 5,000 packets a second.
public final class ArrivalLog {
    private static final int SIZE = 512;
    /// Fits into one datagram whatever the deltas are.
    private static final int TOLD_MAX = 400;
    /// So that a delta fits into 16 bits of 250 µs.
    private static final long SPAN_MAX_TICKS = 30_000;

    /// So many are told at once, so that a probe has its answer. A picture of 2 Mbit/s takes about 50 ms for them.
    private static final int MANY = 10;
    /// Fewer are told so often: of a voice five packets at each fifth tick, and a hundred open microphones have 1,000
    /// feedbacks a second instead of 5,000, which were a sixth of all that left.
    private static final long SELDOM_NANOS = 80_000_000L;

    private final Unwrapper unwrapper = new Unwrapper();
    private final long[] number = new long[SIZE];
    private final long[] at = new long[SIZE];
    private final long[] ticks = new long[TOLD_MAX];
    private long next = -1;
    private int feedbacks;
    private long toldAt = Long.MIN_VALUE / 2;

    public void arrived(int sequence, long nowNanos) {
        long count = unwrapper.unwrap(sequence);
        int slot = (int) (count % SIZE);
        if (number[slot] >= count) {
            return;
        }
        number[slot] = count;
        at[slot] = nowNanos;
        // What comes late, after it was told missing, is told once more.
        next = next < 0 ? count : Math.min(next, count);
    }

    public boolean hasNews() {
        return next >= 0 && next <= unwrapper.newest();
    }

    /// True when there is so much news, or so old, that it is to be told. Counts as told then.
    public boolean due(long nowNanos) {
        boolean due = hasNews() && (unwrapper.newest() - next >= MANY - 1 || nowNanos - toldAt >= SELDOM_NANOS);
        toldAt = due ? nowNanos : toldAt;
        return due;
    }

    /// Writes one feedback about what has not been told; call it as long as there are news and room.
    ///
    /// @return its length, or 0 when there is nothing to tell
    public int write(byte[] bytes, int offset, int ssrc, int mediaSsrc) {
        next = Math.max(next, unwrapper.newest() - SIZE + 1);
        while (hasNews() && !has(next)) {
            next++;
        }
        if (!hasNews()) {
            return 0;
        }
        int count = (int) Math.min(TOLD_MAX, unwrapper.newest() - next + 1);
        long reference = Math.floorDiv(earliest(count), TransportFeedback.REFERENCE_NANOS);
        int told = fill(count, reference * TransportFeedback.REFERENCE_NANOS);
        var header =
                new TransportFeedback.Told((int) next & 0xffff, told, (int) reference & 0xff_ffff, feedbacks++ & 0xff);
        next += told;
        return TransportFeedback.write(bytes, offset, ssrc, mediaSsrc, header, ticks);
    }

    /// @return how many packets fit, beginning with `next`
    private int fill(int count, long reference) {
        for (int i = 0; i < count; i++) {
            long sequence = next + i;
            ticks[i] = has(sequence) ? (at[slot(sequence)] - reference) / TransportFeedback.TICK_NANOS : -1;
            if (ticks[i] > SPAN_MAX_TICKS) {
                return Math.max(i, 1);
            }
        }
        return count;
    }

    private long earliest(int count) {
        long earliest = at[slot(next)];
        for (int i = 1; i < count; i++) {
            if (has(next + i)) {
                earliest = Math.min(earliest, at[slot(next + i)]);
            }
        }
        return earliest;
    }

    private boolean has(long sequence) {
        return number[slot(sequence)] == sequence;
    }

    private static int slot(long sequence) {
        return (int) (sequence % SIZE);
    }
}
