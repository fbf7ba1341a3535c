package chat.parley.media.receive;

import java.util.Arrays;

/// Which packets of one stream are missing, and when to ask for them (again). A packet is asked for at once
/// when a later one arrives, then each round trip, at most ten times, and given up when it is a second old or
/// when a key frame makes it needless.
public final class NackGenerator {
    private static final int MISSING_MAX = 512;
    private static final int MISSING_MIN = 16;
    private static final int ASKED_MAX = 10;
    private static final long AGE_MAX_NANOS = 1_000_000_000L;
    /// A jump beyond this is a new beginning rather than a loss.
    private static final int JUMP_MAX = 1_000;
    private static final long ROUND_TRIP_MIN_NANOS = 20_000_000L;

    /// These four grow with the losses: of sound nothing is asked for, and many a line loses nothing.
    private long[] numbers = {};

    private long[] noticedAt = {};
    private long[] askAt = {};
    private int[] asked = {};
    private int count;
    private long newest = -1;
    private long lost;
    private long askedFor;

    /// A packet came.
    ///
    /// @param number its extended sequence number
    /// @return true when it had been missing
    public boolean arrived(long number, long nowNanos) {
        if (newest < 0 || number > newest + JUMP_MAX) {
            count = 0;
            newest = number;
            return false;
        }
        if (number <= newest) {
            return found(number);
        }
        for (long missing = newest + 1; missing < number; missing++) {
            miss(missing, nowNanos);
        }
        newest = number;
        return false;
    }

    /// What is older is not needed any more, because a key frame began here.
    public void forgetBefore(long number) {
        int kept = 0;
        while (kept < count && numbers[kept] < number) {
            kept++;
        }
        remove(0, kept);
    }

    /// Takes the numbers, ascending, that should be asked for now.
    ///
    /// @param into 16 bits each
    /// @return how many
    public int due(long nowNanos, long roundTripNanos, int[] into) {
        dropOld(nowNanos);
        int due = 0;
        long again = Math.max(roundTripNanos, ROUND_TRIP_MIN_NANOS);
        for (int i = 0; i < count && due < into.length; i++) {
            if (askAt[i] - nowNanos > 0 || asked[i] >= ASKED_MAX) {
                continue;
            }
            asked[i]++;
            askedFor++;
            askAt[i] = nowNanos + again;
            into[due++] = (int) numbers[i] & 0xffff;
        }
        return due;
    }

    /// Packets that are missing and still hoped for.
    public int missing() {
        return count;
    }

    /// Packets that were asked for, each time counted.
    public long asked() {
        return askedFor;
    }

    /// Packets that were given up.
    public long lost() {
        return lost;
    }

    private void dropOld(long nowNanos) {
        int old = 0;
        while (old < count
                && (nowNanos - noticedAt[old] >= AGE_MAX_NANOS
                        || (asked[old] >= ASKED_MAX && askAt[old] <= nowNanos))) {
            old++;
        }
        lost += old;
        remove(0, old);
    }

    private void miss(long number, long nowNanos) {
        if (count == MISSING_MAX) {
            lost++;
            remove(0, 1);
        } else if (count == numbers.length) {
            grow();
        }
        numbers[count] = number;
        noticedAt[count] = nowNanos;
        askAt[count] = nowNanos;
        asked[count] = 0;
        count++;
    }

    private void grow() {
        int size = Math.max(MISSING_MIN, 2 * count);
        numbers = Arrays.copyOf(numbers, size);
        noticedAt = Arrays.copyOf(noticedAt, size);
        askAt = Arrays.copyOf(askAt, size);
        asked = Arrays.copyOf(asked, size);
    }

    private boolean found(long number) {
        int at = Arrays.binarySearch(numbers, 0, count, number);
        if (at >= 0) {
            remove(at, 1);
        }
        return at >= 0;
    }

    private void remove(int at, int size) {
        if (size == 0) {
            return;
        }
        int rest = count - at - size;
        System.arraycopy(numbers, at + size, numbers, at, rest);
        System.arraycopy(noticedAt, at + size, noticedAt, at, rest);
        System.arraycopy(askAt, at + size, askAt, at, rest);
        System.arraycopy(asked, at + size, asked, at, rest);
        count -= size;
    }
}
