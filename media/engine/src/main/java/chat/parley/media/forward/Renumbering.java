package chat.parley.media.forward;

/// The sequence numbers of a subscriber's stream. A packet that is left out takes no number; one that is lost
/// on its way to us keeps a gap, so that it can still come late; a packet that comes twice has the same number
/// twice. After a switch the first packet of the new source follows the last one sent.
public final class Renumbering {
    /// No number: too old, of another source, or left out.
    public static final long NONE = -1;

    /// Of video: what may be asked for again.
    static final int WINDOW = 1024;

    /// Of speech, which is not sent again: what may come late.
    static final int SHORT_WINDOW = 64;

    private final int window;
    /// By number at the source what was given for it, and beside it, by what was given, the number at the
    /// source: the two are used together and mostly run alongside each other. What the source before has left
    /// stays after a switch and counts for nothing, since all between the first number and the highest has been
    /// written anew: a thousand bytes are not cleared for each listener when somebody speaks again.
    private final long[] numbers;

    private long first = Long.MAX_VALUE;
    private long highest = -1;
    private long last;

    /// @param before the number before the first that is given; its low 16 bits are seen on the wire
    public Renumbering(long before) {
        this(before, WINDOW);
    }

    /// @param window how many packets are remembered, a power of two
    Renumbering(long before, int window) {
        this.window = window;
        numbers = new long[2 * window];
        last = before;
    }

    /// What follows comes from another source, from this packet on.
    public void switchSource(long first) {
        this.first = first;
        highest = first - 1;
    }

    /// True for a packet of the present source that comes after one that was sent after it.
    public boolean late(long number) {
        return number <= highest;
    }

    /// @param number the extended number at the source
    /// @param forwarded false when the packet is left out
    /// @return the extended number for the subscriber, or [#NONE]
    public long give(long number, boolean forwarded) {
        if (number < first || number <= highest - window) {
            return NONE;
        }
        if (number <= highest) {
            return numbers[given(number)];
        }
        for (long missing = Math.max(highest + 1, number - window + 1); missing < number; missing++) {
            remember(missing, ++last);
        }
        highest = number;
        if (forwarded) {
            remember(number, ++last);
            return last;
        }
        numbers[given(number)] = NONE;
        return NONE;
    }

    /// Which packet of the present source went out under this number, or [#NONE].
    public long originOf(int sequence) {
        long out = last + (short) (sequence - (int) last);
        if (out > last || out <= last - window) {
            return NONE;
        }
        long number = numbers[origin(out)];
        boolean known = number >= first && number > highest - window && number <= highest;
        return known && numbers[given(number)] == out ? number : NONE;
    }

    /// The newest number that was given.
    public long last() {
        return last;
    }

    /// Reads what the next number will need, so that the processor has it by then. What it answers means nothing.
    int touch() {
        return (int) numbers[given(highest + 1)];
    }

    private void remember(long number, long out) {
        numbers[given(number)] = out;
        numbers[origin(out)] = number;
    }

    private int given(long number) {
        return 2 * ((int) number & window - 1);
    }

    private int origin(long out) {
        return 2 * ((int) out & window - 1) + 1;
    }
}
