package chat.parley.media.room;

import java.util.Arrays;

/// Lets the loudest voices of a room through and nobody else, so that a hundred open microphones cost as much
/// as a few. Who is let in stays for 300 ms after the last loud packet, so that words are not cut; a newcomer
/// who is louder than the quietest of those gets in at once. Levels are those of RFC 6464: 0 loudest, 127
/// silence.
public final class AudioGate {
    private static final long HOLD_NANOS = 300_000_000L;
    private static final int SILENCE = 127;
    /// Below this level nobody needs to hear it when others speak.
    private static final int QUIET = 70;

    private final int[] speakers;
    private final int[] levels;
    private final long[] loudAt;
    private int limit;
    private int count;

    /// @param voices how many are heard at once, at most
    public AudioGate(int voices) {
        limit = voices;
        speakers = new int[voices];
        levels = new int[voices];
        loudAt = new long[voices];
    }

    /// From now on so many are heard at once. Whoever is one too many leaves with their next packet, the quietest
    /// first.
    ///
    /// @param voices at most as many as there were at first
    void limit(int voices) {
        limit = Math.min(voices, speakers.length);
    }

    /// True when the packet goes on to the others.
    ///
    /// @param level of the packet, or -1 when its sender does not say, which counts as speaking
    public boolean admit(int speaker, int level, long nowNanos) {
        int loudness = level < 0 ? 0 : level;
        int at = indexOf(speaker);
        if (at >= 0 && count > limit && at == quietest(nowNanos)) {
            leave(speaker);
            return false;
        }
        if (at >= 0) {
            if (loudness < QUIET) {
                loudAt[at] = nowNanos;
            }
            levels[at] += (loudness - levels[at]) / 4;
            return true;
        }
        if (loudness >= SILENCE) {
            return false;
        }
        if (count < limit) {
            enter(count++, speaker, loudness, nowNanos);
            return true;
        }
        int quietest = quietest(nowNanos);
        boolean over = nowNanos - loudAt[quietest] > HOLD_NANOS && loudness < QUIET;
        if (over || loudness < levels[quietest] - 6) {
            enter(quietest, speaker, loudness, nowNanos);
            return true;
        }
        return false;
    }

    public void leave(int speaker) {
        int at = indexOf(speaker);
        if (at >= 0) {
            count--;
            speakers[at] = speakers[count];
            levels[at] = levels[count];
            loudAt[at] = loudAt[count];
        }
    }

    public boolean heard(int speaker) {
        return indexOf(speaker) >= 0;
    }

    private void enter(int at, int speaker, int level, long nowNanos) {
        speakers[at] = speaker;
        levels[at] = level;
        loudAt[at] = nowNanos;
    }

    /// Whoever has been silent for longer than the hold comes before whoever is quiet now.
    private int quietest(long nowNanos) {
        int found = 0;
        for (int i = 1; i < count; i++) {
            boolean silent = nowNanos - loudAt[i] > HOLD_NANOS;
            boolean foundSilent = nowNanos - loudAt[found] > HOLD_NANOS;
            if (silent != foundSilent ? silent : levels[i] > levels[found]) {
                found = i;
            }
        }
        return found;
    }

    private int indexOf(int speaker) {
        for (int i = 0; i < count; i++) {
            if (speakers[i] == speaker) {
                return i;
            }
        }
        return -1;
    }

    /// For the curious: who is heard now.
    public int[] speakers() {
        return Arrays.copyOf(speakers, count);
    }
}
