package chat.parley.media.send;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// Lets key frames and retransmissions out at two and a half times what the line is thought to carry, so that they do
/// not fill its queue in front of the voices, which do not wait here. Small frames pass at once.
public final class Pacer {
    /// How often whoever waits is looked at.
    public static final long STEP_NANOS = 5_000_000L;

    private static final double FASTER = 2.5;
    private static final long BURST_NANOS = 10_000_000L;
    private static final double BURST_BYTES = 12_000;
    private static final int WAITING_MAX = 512;

    /// A packet that waits, not yet sealed: it gets its transport-wide number when it goes.
    public static final class Held {
        public static final int BYTES = 1600;

        public final byte[] bytes = new byte[BYTES];
        public int length;
        public long number;
        /// Where its transport-wide number belongs.
        public int transportAt;
        /// And where its time does.
        public int sentAt;
    }

    private final ArrayDeque<Held> waiting = new ArrayDeque<>();
    private double bytesPerNano;
    private double tokens = BURST_BYTES;
    private long filledAt;

    /// @param bits a second that the line is thought to carry, or is given all the same; 0 when nothing is known: then
    ///     nothing waits
    public void rate(long bits) {
        bytesPerNano = FASTER * bits / 8e9;
    }

    /// True when a packet of this length may go at once; it counts as gone.
    public boolean passes(int length, long nowNanos) {
        if (bytesPerNano == 0) {
            return true;
        }
        fill(nowNanos);
        if (!waiting.isEmpty() || tokens <= 0) {
            return false;
        }
        tokens -= length;
        return true;
    }

    public void hold(Held packet) {
        waiting.add(packet);
    }

    public boolean idle() {
        return waiting.isEmpty();
    }

    /// The next packet that goes now, or null.
    public @Nullable Held next(long nowNanos) {
        fill(nowNanos);
        if (tokens <= 0 && waiting.size() <= WAITING_MAX && bytesPerNano > 0) {
            return null;
        }
        var held = waiting.poll();
        tokens -= held == null ? 0 : held.length;
        return held;
    }

    private void fill(long nowNanos) {
        double most = Math.max(BURST_BYTES, bytesPerNano * BURST_NANOS);
        tokens = Math.min(most, tokens + bytesPerNano * Math.max(0, nowNanos - filledAt));
        filledAt = nowNanos;
    }
}
