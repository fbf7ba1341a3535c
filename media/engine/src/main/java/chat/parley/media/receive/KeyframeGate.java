package chat.parley.media.receive;

/// Merges the wishes of all subscribers of a layer for a key frame: at most one request each half second,
/// because a key frame is dear, and again each half second until one comes.
public final class KeyframeGate {
    private static final long PAUSE_NANOS = 500_000_000L;

    private boolean wanted;
    private long asked;
    private long askedAt;

    public void want() {
        wanted = true;
    }

    /// A key frame has begun: whoever waited has it.
    public void arrived() {
        wanted = false;
    }

    /// True when a request is to be sent now.
    public boolean due(long nowNanos) {
        if (!wanted || (asked > 0 && nowNanos - askedAt < PAUSE_NANOS)) {
            return false;
        }
        asked++;
        askedAt = nowNanos;
        return true;
    }

    /// Requests so far.
    public long asked() {
        return asked;
    }

    public boolean wanted() {
        return wanted;
    }
}
