package chat.parley.media;

/// When the next tick is, and whether one is due.
final class Ticks {
    /// A tick comes so much earlier behind a datagram, or later when none comes: to be woken for it alone costs
    /// more than all that is done at it.
    private static final long EARLY_NANOS = 2_000_000L;

    private static final long LATE_NANOS = 4_000_000L;
    /// From tick to tick as long as nobody sends anything or wishes something new.
    private static final long CALM_NANOS = 100_000_000L;
    /// The same as long as nobody is here.
    private static final long EMPTY_NANOS = 10_000_000_000L;

    private final Turn turn;
    private final Roster roster;
    private long last = Long.MIN_VALUE;

    Ticks(Turn turn, Roster roster) {
        this.turn = turn;
        this.roster = roster;
    }

    /// When something has been done anyway, and the next is near.
    boolean near(long nowNanos) {
        return due(nowNanos + EARLY_NANOS);
    }

    /// When it cannot wait for what is being done.
    boolean overdue(long nowNanos) {
        return due(nowNanos - LATE_NANOS);
    }

    private boolean due(long nowNanos) {
        return last == Long.MIN_VALUE || nowNanos - next() >= 0;
    }

    /// Whoever breaks a silence does not find a tick overdue, which would be taken before their first word has left for
    /// everybody.
    private long next() {
        if (turn.calm()) {
            return last + (roster.all().isEmpty() ? EMPTY_NANOS : CALM_NANOS);
        }
        return Math.max(last, turn.rousedAt()) + Engine.TICK_NANOS;
    }

    void came(long nowNanos) {
        last = nowNanos;
    }

    /// When somebody has to come for it at the latest.
    long latest() {
        return last == Long.MIN_VALUE ? last : next() + LATE_NANOS;
    }
}
