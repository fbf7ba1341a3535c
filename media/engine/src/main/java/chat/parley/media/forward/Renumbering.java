package chat.parley.media.forward;

import java.util.Arrays;

/// The sequence numbers of a subscriber's stream. A packet that is left out takes no number; one that is lost
/// on its
/// way to us keeps a
/// gap, so that it can still come late; a packet that comes twice has the same number twice. After a switch the
/// first
/// packet of the
/// new source follows the last one sent.
public final class Renumbering {
    /// No number: too old, of another source, or left out.
    public static final long NONE = -1;

    private static final int WINDOW = 1024;

    private final long[] given = new long[WINDOW];
    private final long[] origin = new long[WINDOW];
    private long first = Long.MAX_VALUE;
    private long highest = -1;
    private long last;

    /// @param before the number before the first that is given; its low 16 bits are seen on the wire
    public Renumbering(long before) {
        last = before;
        Arrays.fill(origin, NONE);
    }

    /// What follows comes from another source, from this packet on.
    public void switchSource(long first) {
        this.first = first;
        highest = first - 1;
        Arrays.fill(origin, NONE);
    }

    /// True for a packet of the present source that comes after one that was sent after it.
    public boolean late(long number) {
        return number <= highest;
    }

    /// @param number the extended number at the source
    /// @param forwarded false when the packet is left out
    /// @return the extended number for the subscriber, or [#NONE]
    public long give(long number, boolean forwarded) {
        if (number < first || number <= highest - WINDOW) {
            return NONE;
        }
        if (number <= highest) {
            return given[slot(number)];
        }
        for (long missing = Math.max(highest + 1, number - WINDOW + 1); missing < number; missing++) {
            remember(missing, ++last);
        }
        highest = number;
        if (forwarded) {
            remember(number, ++last);
            return last;
        }
        given[slot(number)] = NONE;
        return NONE;
    }

    /// Which packet of the present source went out under this number, or [#NONE].
    public long originOf(int sequence) {
        long out = last + (short) (sequence - (int) last);
        if (out > last || out <= last - WINDOW) {
            return NONE;
        }
        long number = origin[slot(out)];
        boolean kept = number >= first && number > highest - WINDOW && given[slot(number)] == out;
        return kept ? number : NONE;
    }

    /// The newest number that was given.
    public long last() {
        return last;
    }

    private void remember(long number, long out) {
        given[slot(number)] = out;
        origin[slot(out)] = number;
    }

    private static int slot(long number) {
        return (int) number & WINDOW - 1;
    }
}
