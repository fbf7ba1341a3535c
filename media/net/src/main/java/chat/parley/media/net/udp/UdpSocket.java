package chat.parley.media.net.udp;

import chat.parley.media.wire.Address;
import java.io.IOException;

/// Datagrams in and out, in batches. Owned by one thread, [#wake] apart.
public interface UdpSocket extends AutoCloseable {
    /// Longer datagrams are cut, and then refused by whoever reads them.
    int DATAGRAM_BYTES = 2048;

    /// Told each datagram. The bytes may be changed, and are reused afterwards.
    interface Sink {
        void datagram(byte[] bytes, int length, Address source);
    }

    int port();

    /// Whether the kernel takes and gives many datagrams at once.
    boolean batches();

    /// Waits until something comes, [#wake] is called or the time is over, and gives the sink what is there, at
    /// most a batch.
    ///
    /// @param waitNanos zero or less does not wait
    void receive(long waitNanos, Sink sink) throws IOException;

    /// Takes a copy. It leaves at the latest with the next [#flush]; what the kernel does not take at once is
    /// lost.
    void send(byte[] bytes, int length, Address destination);

    void flush();

    /// Lets what waits for the first so many destinations go, in the order in which they were named.
    ///
    /// @return how many datagrams left
    default int flush(int destinations) {
        return 0;
    }

    /// Lets the kernel choose by this program among the sockets of the port.
    ///
    /// @param program as [PortProgram] makes it
    /// @return false when it cannot, and goes on by its hash
    default boolean steer(byte[] program) {
        return false;
    }

    /// Ends a wait, or the next one. From any thread.
    void wake();

    /// Datagrams that the kernel did not take.
    long unsent();

    @Override
    void close() throws IOException;
}
