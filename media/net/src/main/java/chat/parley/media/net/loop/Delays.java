package chat.parley.media.net.loop;

import java.util.Arrays;

/// How long packets stayed here: from the moment at which the loop had them until the kernel had taken each of them
/// again. What they waited in the kernel, before and after, is not in it. Counted in steps of a thirty-second:
/// 128 ns, 132 ns, 136 ns and so on. Owned by one thread; others get a [#copy].
public final class Delays {
    private static final int BITS = 5;
    private static final int BUCKETS = (64 - BITS) << BITS;

    private final long[] counts;
    private long most;

    Delays() {
        this(new long[BUCKETS], 0);
    }

    private Delays(long[] counts, long most) {
        this.counts = counts;
        this.most = most;
    }

    /// Packets that left together. The kernel takes one after the other, each in the same share of the call.
    ///
    /// @param from how long the first had stayed when the kernel began to take them
    /// @param until how long the last had stayed when it had taken them all
    void add(long from, long until, int packets) {
        for (int i = 1; i <= packets; i++) {
            long stayed = from + (until - from) * i / packets;
            counts[bucket(Math.max(1, stayed))]++;
        }
        most = Math.max(most, Math.max(1, until));
    }

    /// The exponent of two, and five bits behind the first.
    private static int bucket(long nanos) {
        if (nanos < (1 << BITS)) {
            return (int) nanos;
        }
        int shift = 63 - BITS - Long.numberOfLeadingZeros(nanos);
        return (shift << BITS) + (int) (nanos >>> shift);
    }

    private static long upTo(int bucket) {
        int shift = Math.max(0, (bucket >>> BITS) - 1);
        return ((bucket - ((long) shift << BITS) + 1) << shift) - 1;
    }

    Delays copy() {
        return new Delays(counts.clone(), most);
    }

    public Delays plus(Delays other) {
        var sum = copy();
        Arrays.setAll(sum.counts, it -> counts[it] + other.counts[it]);
        sum.most = Math.max(most, other.most);
        return sum;
    }

    /// What came since an earlier copy; the longest is that of both.
    public Delays since(Delays earlier) {
        var rest = copy();
        Arrays.setAll(rest.counts, it -> counts[it] - earlier.counts[it]);
        return rest;
    }

    public long packets() {
        return Arrays.stream(counts).sum();
    }

    /// Of how many it is certain that they stayed no longer: those of a step that ends later are not among them.
    public long packetsWithin(long nanos) {
        long sum = 0;
        for (int i = 0; i < BUCKETS && upTo(i) <= nanos; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /// Of all packets, in nanoseconds, a thirty-second more at most.
    public double sum() {
        double sum = 0;
        for (int i = 0; i < BUCKETS; i++) {
            sum += (double) counts[i] * upTo(i);
        }
        return sum;
    }

    /// So many of a hundred stayed no longer than this, in nanoseconds, a thirty-second more at most; 0 without
    /// packets.
    public long percentile(double percent) {
        long wanted = (long) Math.ceil(packets() * percent / 100);
        long seen = 0;
        for (int i = 0; i < BUCKETS; i++) {
            seen += counts[i];
            if (seen >= wanted && seen > 0) {
                return Math.min(upTo(i), most);
            }
        }
        return 0;
    }

    /// In nanoseconds.
    public long longest() {
        return most;
    }
}
