package chat.parley.media.forward;

/// The largest layer of a track that anybody wants, so that a camera need not encode what nobody sees. More is
/// told at once; less only after it held for a while, because encoders do not like to be started and stopped.
public final class Demand {
    public static final int NOBODY = -1;
    private static final long LESS_AFTER_NANOS = 2_000_000_000L;

    private int told = Integer.MIN_VALUE;
    private long lessSince = Long.MIN_VALUE;

    /// @param wanted the largest that is wanted now, or [#NOBODY]
    /// @return true when [#told] has changed
    public boolean changed(int wanted, long nowNanos) {
        if (wanted == told) {
            lessSince = Long.MIN_VALUE;
            return false;
        }
        if (wanted < told && lessSince == Long.MIN_VALUE) {
            lessSince = nowNanos;
        }
        if (wanted < told && nowNanos - lessSince < LESS_AFTER_NANOS) {
            return false;
        }
        told = wanted;
        lessSince = Long.MIN_VALUE;
        return true;
    }

    public int told() {
        return told;
    }
}
