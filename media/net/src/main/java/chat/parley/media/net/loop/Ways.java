package chat.parley.media.net.loop;

import chat.parley.media.Departures;
import chat.parley.media.net.udp.UdpSocket;
import chat.parley.media.wire.Address;

/// How a loop's datagrams leave: by its socket, or by the TCP connection that an address names. Voices leave in
/// pieces: the first listeners of many have a word while it is still sealed for the last, and what was written
/// is read by the kernel while it is near. Larger packets wait until their picture is complete, because several
/// for one destination may go as one. Owned by the loop's thread.
public final class Ways implements Departures {
    private static final int SMALL = 400;
    /// As many as the engine serves together.
    private static final int PIECE = 16;

    /// Viewers whose picture is complete and who get it at once.
    private static final int VIEWERS = 16;

    private final UdpSocket socket;
    private final Streams streams;
    private final Delays delays = new Delays();
    private boolean begun;
    private long begunAt;
    private int waiting;
    private int complete;
    private boolean large;

    /// Takes datagrams whose way is a TCP connection; copies them and must not wait.
    @FunctionalInterface
    public interface Streams {
        void send(byte[] bytes, int length, Address destination);
    }

    public Ways(UdpSocket socket, Streams streams) {
        this.socket = socket;
        this.streams = streams;
    }

    @Override
    public void send(byte[] bytes, int length, Address destination) {
        if (destination.stream()) {
            streams.send(bytes, length, destination);
            return;
        }
        socket.send(bytes, length, destination);
        large |= length > SMALL;
        if (++waiting >= PIECE && !large) {
            flush();
        } else if (length > SMALL && bytes[1] < 0 && ++complete % VIEWERS == 0) {
            // Of RTP packets the marker closes a picture; control packets are small.
            long from = System.nanoTime();
            left(socket.flush(VIEWERS), from);
        }
    }

    /// @param from when the first of them began to leave
    private void left(int count, long from) {
        if (count > 0 && begun) {
            delays.add(from - begunAt, System.nanoTime() - begunAt, count);
        }
        waiting -= count;
    }

    /// True when pictures wait that more may join.
    boolean gathers() {
        return large;
    }

    /// What is sent from now on was made of a datagram that came at this time.
    void begin(long nowNanos) {
        if (!begun) {
            begun = true;
            begunAt = nowNanos;
        }
    }

    /// What is sent from now on was made of nothing that came.
    void rest() {
        begun = false;
    }

    void flush() {
        long from = System.nanoTime();
        socket.flush();
        left(waiting, from);
        complete = 0;
        large = false;
    }

    Delays delays() {
        return delays.copy();
    }
}
