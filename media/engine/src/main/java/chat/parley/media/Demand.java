package chat.parley.media;

/// The largest layer of a track that anybody wants, so that a camera need not encode what nobody sees. More is
/// told at once; less only after it held for a while, because encoders do not like to be started and stopped.
final class Demand {
    static final int NOBODY = -1;
    private static final long LESS_AFTER_NANOS = 2_000_000_000L;

    private int told = Integer.MIN_VALUE;
    private long lessSince = Long.MIN_VALUE;

    /// @return true when [#told] has changed
    boolean changed(Track track, long nowNanos) {
        // A recorder wants all that there is.
        int wanted = track.publisher.tap == null ? NOBODY : Math.max(0, track.rids.size() - 1);
        for (int i = 0; i < track.subscriptions.size(); i++) {
            var subscription = track.subscriptions.get(i);
            if (subscription.wanted()) {
                wanted = Math.max(wanted, Math.min(subscription.layer(), Math.max(0, track.rids.size() - 1)));
            }
        }
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

    int told() {
        return told;
    }
}
