package chat.parley.load.sfu;

import chat.parley.load.sfu.plain.Bare;
import chat.parley.media.net.udp.UdpSockets;
import chat.parley.media.wire.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;

/// One who speaks to some listeners through a loop that sends everything on as it came, in this process: what a word
/// costs at least on this machine, in the same minute.
final class BareLecture implements AutoCloseable {
    /// About as long as a sealed word of [Lectures].
    private static final int BYTES = 136;

    private static final long PATIENCE_NANOS = 1_000_000_000;

    private final Bare way;
    private final DatagramChannel speaker = channel();
    private final List<DatagramChannel> listeners = new ArrayList<>();
    private final ByteBuffer word = ByteBuffer.allocateDirect(BYTES);
    private final ByteBuffer heard = ByteBuffer.allocateDirect(BYTES);
    private final Exertion loopThread;

    BareLecture(int listeners) throws IOException {
        var host = InetAddress.getLoopbackAddress();
        var socket = UdpSockets.open(host, 0);
        speaker.connect(new InetSocketAddress(host, socket.port()));
        way = new Bare(socket);
        for (int i = 0; i < listeners; i++) {
            var listener = channel();
            this.listeners.add(listener);
            way.tell(Address.of(host, listener.socket().getLocalPort()));
        }
        loopThread = Exertion.of(Bare.THREAD);
    }

    private static DatagramChannel channel() throws IOException {
        var channel = DatagramChannel.open();
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        channel.configureBlocking(false);
        return channel;
    }

    /// @return what one word cost the loop until everybody had it and it rested, in nanoseconds
    long say() throws IOException {
        long before = loopThread.restedNanos();
        speaker.write(word.clear());
        loopThread.restedNanos();
        long until = System.nanoTime() + PATIENCE_NANOS;
        for (var listener : listeners) {
            while (listener.receive(heard.clear()) == null) {
                if (System.nanoTime() > until) {
                    throw new IOException("a word was lost");
                }
                loopThread.restedNanos();
            }
        }
        return loopThread.restedNanos() - before;
    }

    @Override
    public void close() throws IOException {
        way.close();
        speaker.close();
        for (var listener : listeners) {
            listener.close();
        }
    }
}
