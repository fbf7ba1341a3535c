package chat.parley.media.room;

/// Whether somebody is speaking, from the levels of their packets (RFC 6464): it begins with a few loud packets
/// in a row and ends when none came for a while, so that a click is no speech and a breath no end of it.
public final class Speech {
    private static final int LOUD = 50;
    private static final int SILENCE = 127;
    /// Of whoever does not say.
    private static final int USUAL = 30;
    private static final int BEGINS_AFTER = 3;
    private static final long HOLD_NANOS = 400_000_000L;
    /// Opus says silence in three bytes.
    private static final int SILENCE_BYTES = 3;

    private boolean speaking;
    private int loud;
    private long loudAt;
    private double loudness;

    /// A packet came.
    ///
    /// @param level 0 loudest, 127 silence, -1 when the sender does not say: then all but silence is loud
    /// @return true when speech begins with it
    public boolean heard(int level, int payloadBytes, long nowNanos) {
        if (level < 0 ? payloadBytes <= SILENCE_BYTES : level > LOUD) {
            loud = 0;
            return false;
        }
        loudAt = nowNanos;
        double now = SILENCE - (level < 0 ? USUAL : level);
        loudness = speaking || loud > 0 ? loudness + (now - loudness) / 16 : now;
        if (speaking || ++loud < BEGINS_AFTER) {
            return false;
        }
        speaking = true;
        return true;
    }

    /// To be asked from time to time.
    ///
    /// @return true when speech has just ended
    public boolean ended(long nowNanos) {
        if (!speaking || nowNanos - loudAt < HOLD_NANOS) {
            return false;
        }
        speaking = false;
        loud = 0;
        return true;
    }

    public boolean speaking() {
        return speaking;
    }

    /// How loud it is on the average of the last third of a second, in dB above silence.
    public double loudness() {
        return loudness;
    }
}
