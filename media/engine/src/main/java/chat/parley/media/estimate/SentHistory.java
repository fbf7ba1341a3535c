package chat.parley.media.estimate;

import chat.parley.media.receive.Unwrapper;

/// When each of the last 4,096 packets was sent, and how long it was, by transport-wide sequence number.
final class SentHistory {
    private static final int SIZE = 4096;

    private final Unwrapper unwrapper = new Unwrapper();
    private final long[] numbers = new long[SIZE];
    private final long[] sentAt = new long[SIZE];
    private final int[] bytes = new int[SIZE];
    private final int[] probes = new int[SIZE];

    /// @param probe which probe it belongs to, or 0
    void sent(int sequence, int size, int probe, long nowNanos) {
        long number = unwrapper.unwrap(sequence);
        int slot = (int) (number % SIZE);
        numbers[slot] = number;
        sentAt[slot] = nowNanos;
        bytes[slot] = size;
        probes[slot] = probe;
    }

    /// The slot of a packet that was sent and is told for the first time, or -1.
    int take(int sequence) {
        if (unwrapper.newest() < 0) {
            return -1;
        }
        long number = unwrapper.newest() + (short) (sequence - (int) unwrapper.newest());
        int slot = (int) (number % SIZE);
        if (number <= 0 || numbers[slot] != number) {
            return -1;
        }
        numbers[slot] = 0;
        return slot;
    }

    long sentAt(int slot) {
        return sentAt[slot];
    }

    int probe(int slot) {
        return probes[slot];
    }

    int bytes(int slot) {
        return bytes[slot];
    }
}
