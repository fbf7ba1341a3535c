package chat.parley.media.receive;

import org.jspecify.annotations.Nullable;

/// The last packets of one stream in clear, by extended sequence number, shared by all subscribers: whoever
/// lost one gets it from here, encrypted anew. The slots are made once and reused; a packet longer than a slot
/// is not kept.
public final class PacketHistory {
    public static final int VIDEO_PACKETS = 1024;
    public static final int AUDIO_PACKETS = 64;
    public static final int PACKET_MAX = 1500;

    private final byte[] @Nullable [] packets;
    private final long[] numbers;
    private final int[] lengths;

    /// @param size a power of two
    public PacketHistory(int size) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("not a power of two: " + size);
        }
        packets = new byte[size] @Nullable [];
        numbers = new long[size];
        lengths = new int[size];
    }

    public void put(long number, byte[] bytes, int at, int length) {
        int slot = (int) number & packets.length - 1;
        if (length > PACKET_MAX || numbers[slot] > number) {
            return;
        }
        byte[] kept = packets[slot];
        if (kept == null || kept.length < length) {
            // Sizes of a stream are alike; 64 bytes of air keep the slot from growing often.
            kept = new byte[Math.min(PACKET_MAX, length + 64)];
            packets[slot] = kept;
        }
        System.arraycopy(bytes, at, kept, 0, length);
        numbers[slot] = number;
        lengths[slot] = length;
    }

    /// The packet's bytes, of which [#length] count, or null when it is gone.
    public byte @Nullable [] find(long number) {
        int slot = (int) number & packets.length - 1;
        return numbers[slot] == number ? packets[slot] : null;
    }

    public int length(long number) {
        return lengths[(int) number & packets.length - 1];
    }
}
