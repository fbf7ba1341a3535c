package chat.parley.auth.password;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The memory that an Argon2id hash (RFC 9106, version 1.3) fills, block by block of 1 KiB. It lies outside of the
/// heap: 19 MB for each hash made the collector double the heap, which it gives back late or never.
///
/// Names are the RFC's: lanes of blocks, each cut into four slices; a segment is a lane's part of a slice. Lanes are
/// computed one after the other. Holds no secret but what is in the memory, which its owner clears.
final class Argon2Memory {
    static final int BLOCK_BYTES = 1_024;
    private static final int LONGS = BLOCK_BYTES / Long.BYTES;
    private static final int SLICES = 4;
    /// Argon2id's number, which goes into the addresses.
    private static final int TYPE = 2;
    /// Bytes in the order of the RFC, whatever the processor's is.
    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment memory;
    private final Argon2Cost cost;
    private final int lanes;
    private final int laneBlocks;
    private final int segmentBlocks;
    private final long[] previous = new long[LONGS];
    private final long[] other = new long[LONGS];
    private final long[] mixed = new long[LONGS];
    private final long[] counted = new long[LONGS];
    private final long[] addresses = new long[LONGS];

    /// @param memory at least [#bytes]
    Argon2Memory(MemorySegment memory, Argon2Cost cost) {
        this.memory = memory;
        this.cost = cost;
        this.lanes = cost.parallelism();
        this.segmentBlocks = cost.memoryKib() / (SLICES * lanes);
        this.laneBlocks = SLICES * segmentBlocks;
    }

    /// How much a hash of that cost fills.
    static long bytes(Argon2Cost cost) {
        int unit = SLICES * cost.parallelism();
        return (long) cost.memoryKib() / unit * unit * BLOCK_BYTES;
    }

    /// Sets one of a lane's first two blocks.
    void begin(int lane, int index, byte[] block) {
        MemorySegment.copy(MemorySegment.ofArray(block), 0, memory, at(lane, index), BLOCK_BYTES);
    }

    /// Fills everything, as often as the cost says.
    void fill() {
        for (int pass = 0; pass < cost.iterations(); pass++) {
            for (int slice = 0; slice < SLICES; slice++) {
                for (int lane = 0; lane < lanes; lane++) {
                    fillSegment(pass, slice, lane);
                }
            }
        }
    }

    /// The last blocks of all lanes, combined.
    byte[] end() {
        load(at(0, laneBlocks - 1), mixed);
        for (int lane = 1; lane < lanes; lane++) {
            load(at(lane, laneBlocks - 1), other);
            xor(mixed, other);
        }
        var end = new byte[BLOCK_BYTES];
        MemorySegment.copy(mixed, 0, MemorySegment.ofArray(end), WORD, 0, LONGS);
        return end;
    }

    private void fillSegment(int pass, int slice, int lane) {
        boolean independent = pass == 0 && slice < SLICES / 2;
        int first = pass == 0 && slice == 0 ? 2 : 0;
        if (independent) {
            Arrays.fill(counted, 0);
            long[] head = {pass, lane, slice, (long) lanes * laneBlocks, cost.iterations(), TYPE};
            System.arraycopy(head, 0, counted, 0, head.length);
            if (first != 0) {
                nextAddresses();
            }
        }
        int start = slice * segmentBlocks + first;
        load(at(lane, start == 0 ? laneBlocks - 1 : start - 1), previous);
        for (int i = first; i < segmentBlocks; i++) {
            if (independent && i % LONGS == 0) {
                nextAddresses();
            }
            long random = independent ? addresses[i % LONGS] : previous[0];
            int from = pass == 0 && slice == 0 ? lane : (int) ((random >>> 32) % lanes);
            load(at(from, reference(pass, slice, i, from == lane, random)), other);
            long here = at(lane, slice * segmentBlocks + i);
            compress(previous, other);
            if (pass > 0) {
                load(here, other);
                xor(previous, other);
            }
            MemorySegment.copy(previous, 0, memory, WORD, here, LONGS);
        }
    }

    /// RFC 9106, section 3.4.2: which block of the lane is mixed in; of this segment none that is not made yet.
    private int reference(int pass, int slice, int index, boolean sameLane, long random) {
        int finished = pass == 0 ? slice * segmentBlocks : laneBlocks - segmentBlocks;
        int area = finished + (sameLane ? index - 1 : index == 0 ? -1 : 0);
        long low = random & 0xFFFFFFFFL;
        long square = (low * low) >>> 32;
        long position = area - 1 - ((area * square) >>> 32);
        int start = pass == 0 || slice == SLICES - 1 ? 0 : (slice + 1) * segmentBlocks;
        return (int) ((start + position) % laneBlocks);
    }

    /// RFC 9106, section 3.4.1.2: addresses that depend on nothing secret, 128 at a time.
    private void nextAddresses() {
        counted[6]++;
        System.arraycopy(counted, 0, addresses, 0, LONGS);
        Arrays.fill(other, 0);
        compress(addresses, other);
        compress(addresses, other);
    }

    /// The compression function G (section 3.5) of two blocks, into the first; the second is left alone.
    private void compress(long[] block, long[] with) {
        xor(block, with);
        System.arraycopy(block, 0, mixed, 0, LONGS);
        Argon2Round.rows(mixed);
        Argon2Round.columns(mixed);
        xor(block, mixed);
    }

    private long at(int lane, int block) {
        return ((long) lane * laneBlocks + block) * BLOCK_BYTES;
    }

    private void load(long from, long[] into) {
        MemorySegment.copy(memory, WORD, from, into, 0, LONGS);
    }

    private static void xor(long[] into, long[] with) {
        for (int i = 0; i < LONGS; i++) {
            into[i] ^= with[i];
        }
    }
}
