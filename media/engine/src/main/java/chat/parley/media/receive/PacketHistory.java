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

    private PacketHistory(int size, int kept) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("not a power of two: " + size);
        }
        packets = new byte[kept] @Nullable [];
        numbers = new long[size];
        lengths = new int[kept];
    }

    /// @param size a power of two
    public PacketHistory(int size) {
        this(size, size);
    }

    /// Knows what has come, and keeps nothing of it: for what is never asked for again, as sound is.
    ///
    /// @param size a power of two
    public static PacketHistory ofNumbers(int size) {
        return new PacketHistory(size, 0);
    }

    /// Whether the packet is among the last that came.
    public boolean has(long number) {
        return numbers[(int) number & numbers.length - 1] == number;
    }

    public void put(long number, byte[] bytes, int at, int length) {
        int slot = (int) number & numbers.length - 1;
        if (length > PACKET_MAX || numbers[slot] > number) {
            return;
        }
        numbers[slot] = number;
        if (packets.length == 0) {
            return;
        }
        byte[] kept = packets[slot];
        if (kept == null || kept.length < length) {
            // Sizes of a stream are alike; 64 bytes of air keep the slot from growing often.
            kept = new byte[Math.min(PACKET_MAX, length + 64)];
            packets[slot] = kept;
        }
        System.arraycopy(bytes, at, kept, 0, length);
        lengths[slot] = length;
    }

    /// The packet's bytes, of which [#length] count, or null when it is gone.
    public byte @Nullable [] find(long number) {
        int slot = (int) number & numbers.length - 1;
        return packets.length > 0 && numbers[slot] == number ? packets[slot] : null;
    }

    /// Of what [#find] answers.
    public int length(long number) {
        return lengths[(int) number & numbers.length - 1];
    }
}
