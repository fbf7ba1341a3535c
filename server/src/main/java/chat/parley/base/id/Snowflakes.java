package chat.parley.base.id;

import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// Makes ids that grow strictly, also when the clock steps back, and that are unique among 1,024 nodes.
///
/// Safe for any number of threads: the last id is the only state, advanced by compare-and-set.
public final class Snowflakes {
    /// Discord's epoch, 2015-01-01T00:00:00Z, so that ids of both have the same length and meaning.
    public static final long EPOCH_MS = 1_420_070_400_000L;

    private static final int NODE_BITS = 10;
    private static final int SEQUENCE_BITS = 12;
    private static final long SEQUENCE_MASK = (1L << SEQUENCE_BITS) - 1;

    private final Clock clock;
    private final long node;
    /// Milliseconds since the epoch and the sequence within them, as one number that only grows.
    private final AtomicLong last = new AtomicLong();

    /// @param node 0 to 1,023, different for each running node
    public Snowflakes(Clock clock, int node) {
        if (node < 0 || node >= 1 << NODE_BITS) {
            throw new IllegalArgumentException("node must be 0 to 1023, is " + node);
        }
        this.clock = clock;
        this.node = node;
    }

    /// The next id. More than 4,096 in a millisecond borrow from the next one.
    public long next() {
        long now = (clock.millis() - EPOCH_MS) << SEQUENCE_BITS;
        long ticket = last.updateAndGet(before -> Math.max(before + 1, now));
        long ms = ticket >>> SEQUENCE_BITS;
        return (ms << (NODE_BITS + SEQUENCE_BITS)) | (node << SEQUENCE_BITS) | (ticket & SEQUENCE_MASK);
    }

    /// Never gives an id at or below this one again; called at start with the newest stored id, in case the clock went
    /// back meanwhile.
    public void passed(long id) {
        long ms = id >>> (NODE_BITS + SEQUENCE_BITS);
        long ticket = (ms << SEQUENCE_BITS) | SEQUENCE_MASK;
        last.accumulateAndGet(ticket, Math::max);
    }

    /// The smallest id that can have been made at that moment; for asking what is older or newer.
    public static long floor(Instant time) {
        return Math.max(0, time.toEpochMilli() - EPOCH_MS) << (NODE_BITS + SEQUENCE_BITS);
    }

    static long parse(String text) {
        try {
            long value = Long.parseLong(text);
            if (value > 0 && text.charAt(0) != '+') {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw new Refused(new Refusal.NotAnId(text), notANumber);
        }
        throw new Refused(new Refusal.NotAnId(text));
    }
}
