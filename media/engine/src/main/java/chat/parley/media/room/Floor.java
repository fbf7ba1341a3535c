package chat.parley.media.room;

/// Who of a room's speakers has the floor: whoever speaks while nobody has it, and then whoever was clearly
/// louder than the holder for a while. So two who talk at once do not take it from each other with each word,
/// and it changes at most twice a second. Who had it last keeps it in silence.
public final class Floor {
    public static final int NOBODY = -1;

    private static final long REST_NANOS = 500_000_000L;
    private static final long FREE_NANOS = 200_000_000L;
    private static final long CLAIM_NANOS = 800_000_000L;
    private static final double LOUDER = 6;

    private int holder = NOBODY;
    private double holderLoudness;
    private long holderAt;
    private long changedAt;
    private int rival = NOBODY;
    private long rivalSince;
    private long rivalAt;

    /// Somebody is speaking; to be said again and again as long as it lasts.
    ///
    /// @param loudness in dB, more is louder
    /// @return true when the floor is theirs with this
    public boolean claim(int speaker, double loudness, long nowNanos) {
        if (speaker == holder) {
            holderLoudness = loudness;
            holderAt = nowNanos;
            return false;
        }
        boolean taken = holder == NOBODY
                || (nowNanos - changedAt >= REST_NANOS
                        && (nowNanos - holderAt > FREE_NANOS || outdone(speaker, loudness, nowNanos)));
        if (taken) {
            holder = speaker;
            holderLoudness = loudness;
            holderAt = nowNanos;
            changedAt = nowNanos;
            rival = NOBODY;
        }
        return taken;
    }

    private boolean outdone(int speaker, double loudness, long nowNanos) {
        if (loudness < holderLoudness + LOUDER) {
            rival = rival == speaker ? NOBODY : rival;
            return false;
        }
        if (rival == NOBODY || (rival != speaker && nowNanos - rivalAt > FREE_NANOS)) {
            rival = speaker;
            rivalSince = nowNanos;
        }
        if (rival == speaker) {
            rivalAt = nowNanos;
        }
        return rival == speaker && nowNanos - rivalSince >= CLAIM_NANOS;
    }

    public void leave(int speaker) {
        holder = holder == speaker ? NOBODY : holder;
        rival = rival == speaker ? NOBODY : rival;
    }

    public int holder() {
        return holder;
    }
}
