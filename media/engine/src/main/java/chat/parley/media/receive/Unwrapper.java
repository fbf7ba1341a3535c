package chat.parley.media.receive;

/// Counts on where 16 bits wrap: the nearest number to the newest that ends with these bits.
public final class Unwrapper {
    /// Far from zero, so that packets older than the first are positive too.
    private static final long FIRST = 1L << 16;

    private long newest = -1;

    public long unwrap(int bits) {
        if (newest < 0) {
            newest = FIRST + bits;
            return newest;
        }
        long count = newest + (short) (bits - (int) newest);
        newest = Math.max(newest, count);
        return count;
    }

    /// -1 before the first.
    public long newest() {
        return newest;
    }
}
