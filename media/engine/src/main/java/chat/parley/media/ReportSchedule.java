package chat.parley.media;

/// When one stream's receiver is sent a report about it. Of pictures each second, for the round trip that their repair
/// goes by; of a voice, after the first ones, as seldom as RFC 3550 section 6.2 suggests.
final class ReportSchedule {
    private static final long OFTEN_NANOS = 1_000_000_000L;
    private static final long SELDOM_NANOS = 5_000_000_000L;
    private static final int FIRST_REPORTS = 5;

    private final boolean voice;
    private long sentAt = Long.MIN_VALUE / 2;
    private long packetsThen;
    private boolean exactThen;
    private int count;

    ReportSchedule(boolean voice) {
        this.voice = voice;
    }

    /// True when a report is due, which counts as sent then. Nobody is told of a stream in which nothing was sent since
    /// (section 6.4).
    ///
    /// @param packets of the stream so far
    /// @param exact whether it goes by the publisher's own clock, which is not known at first
    boolean due(long packets, boolean exact, long nowNanos) {
        boolean settled = voice && count >= FIRST_REPORTS && exact == exactThen;
        if (packets == packetsThen || nowNanos - sentAt < (settled ? SELDOM_NANOS : OFTEN_NANOS)) {
            return false;
        }
        count++;
        sentAt = nowNanos;
        packetsThen = packets;
        exactThen = exact;
        return true;
    }
}
