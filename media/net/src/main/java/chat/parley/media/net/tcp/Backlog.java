package chat.parley.media.net.tcp;

import chat.parley.media.codec.Codec;
import chat.parley.media.demux.Kind;
import java.util.ArrayDeque;

/// What waits for a connection that is slower than the call. Video has only a part of the room, so that sound and
/// control packets still find some, and old sound makes way for new.
final class Backlog {
    private static final int VIDEO_MAX = 192 << 10;
    private static final int ALL_MAX = 256 << 10;

    private final ArrayDeque<byte[]> frames = new ArrayDeque<>();
    private int waiting;
    private long dropped;
    private boolean closed;

    /// Takes a copy, with its length before it.
    synchronized void add(byte[] datagram, int length) {
        int size = length + 2;
        if (closed || (waiting + size > VIDEO_MAX && video(datagram, length))) {
            dropped++;
            return;
        }
        while (waiting + size > ALL_MAX) {
            waiting -= frames.remove().length;
            dropped++;
        }
        byte[] frame = new byte[size];
        frame[0] = (byte) (length >> 8);
        frame[1] = (byte) length;
        System.arraycopy(datagram, 0, frame, 2, length);
        frames.add(frame);
        waiting += size;
        notifyAll();
    }

    private static boolean video(byte[] datagram, int length) {
        if (Kind.of(datagram, 0, length) != Kind.RTP) {
            return false;
        }
        var codec = Codec.ofPayloadType(datagram[1] & 0x7f);
        return codec == null || !codec.audio;
    }

    /// Waits for what is next, as much as fits at once; -1 when it is closed.
    synchronized int take(byte[] bytes) throws InterruptedException {
        while (frames.isEmpty() && !closed) {
            wait();
        }
        if (closed) {
            return -1;
        }
        int count = 0;
        for (byte[] next = frames.peek(); next != null && count + next.length <= bytes.length; next = frames.peek()) {
            System.arraycopy(next, 0, bytes, count, next.length);
            count += next.length;
            waiting -= next.length;
            frames.remove();
        }
        return count;
    }

    synchronized long dropped() {
        return dropped;
    }

    synchronized void close() {
        closed = true;
        frames.clear();
        notifyAll();
    }
}
