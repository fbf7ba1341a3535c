package chat.parley.media.receive;

/// How far a sender's clock is from ours, in NTP's 32.32 seconds, by its reports. One for all that it sends: so
/// what was said and seen at one moment stays at one moment, however late pictures are compared with words. The
/// report that took the shortest way counts; a hundredth of the difference to each later one follows clocks
/// that drift.
public final class SenderClock {
    private static final int DRIFT_SHIFT = 7;

    private boolean known;
    private long offset;

    /// A sender report came.
    public void reported(long theirs, long ours) {
        long way = ours - theirs;
        if (!known || way < offset) {
            offset = way;
            known = true;
        } else {
            offset += (way - offset) >> DRIFT_SHIFT;
        }
    }

    public boolean known() {
        return known;
    }

    /// Their time at a moment of ours.
    public long theirs(long ours) {
        return ours - offset;
    }
}
