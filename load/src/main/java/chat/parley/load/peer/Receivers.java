package chat.parley.load.peer;

import chat.parley.load.crowd.Crowd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Many receivers on plain sockets and one thread. They look for `at=` and nineteen digits in whatever comes, so that
/// every protocol costs the reader the same.
final class Receivers implements Audience {
    static final String MARK = "at=";
    private static final int DIGITS = 19;
    static final int KEPT = MARK.length() + DIGITS;
    private static final int BUFFER = 1 << 18;
    private static final int PIECE = 1 << 15;
    private static final long BEAT_NS = 30_000_000_000L;

    private final Selector selector = Selector.open();
    private final Queue<SocketChannel> sockets = new ConcurrentLinkedQueue<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(KEPT + BUFFER);
    private final Heard heard = new Heard();
    private final Thread thread = Thread.ofPlatform().name("receivers").daemon().unstarted(this::run);
    private volatile boolean closed;

    private final byte[] alive;
    private final byte[] goodbye;

    /// @param alive what each says now and then, so that it is not taken for gone
    Receivers(byte[] alive, byte[] goodbye) throws IOException {
        this.alive = alive;
        this.goodbye = goodbye;
        thread.start();
    }

    /// What may be half of a stamp, from the end of the last read.
    private static final class Rest {
        private final byte[] bytes = new byte[KEPT];
        private int length;
    }

    /// Something to say and what has to come back, in Latin-1.
    record Step(byte[] say, String until) {
        static Step of(String say, String until) {
            return new Step(say.getBytes(StandardCharsets.ISO_8859_1), until);
        }
    }

    /// Goes through the steps; from then on everything that comes is looked through. It is read at once: ten thousand
    /// greetings that nobody reads yet are more than a server's memory holds.
    void add(int number, int port, List<Step> steps) throws IOException {
        var socket = open(number, port, steps);
        socket.configureBlocking(false);
        socket.register(selector, SelectionKey.OP_READ, new Rest());
        sockets.add(socket);
    }

    static SocketChannel open(int number, int port, List<Step> steps) throws IOException {
        var socket = SocketChannel.open();
        try {
            return opened(socket, number, port, steps);
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }

    private static SocketChannel opened(SocketChannel socket, int number, int port, List<Step> steps)
            throws IOException {
        socket.bind(new InetSocketAddress(Crowd.address(number), 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.socket().setTcpNoDelay(true);
        var piece = ByteBuffer.allocate(PIECE);
        for (var step : steps) {
            socket.write(ByteBuffer.wrap(step.say()));
            var come = new StringBuilder();
            while (come.indexOf(step.until()) < 0) {
                if (socket.read(piece.clear()) < 0) {
                    throw new IOException("The server hung up after " + come);
                }
                come.append(StandardCharsets.ISO_8859_1.decode(piece.flip()));
            }
        }
        return socket;
    }

    @Override
    public Heard heard() {
        return heard;
    }

    private void run() {
        try {
            long beat = System.nanoTime();
            while (!closed) {
                selector.select(it -> read((SocketChannel) it.channel(), (Rest) it.attachment()), 100);
                if (alive.length > 0 && System.nanoTime() - beat > BEAT_NS) {
                    beat = System.nanoTime();
                    for (var socket : sockets) {
                        socket.write(ByteBuffer.wrap(alive));
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void read(SocketChannel socket, Rest rest) {
        try {
            buffer.clear();
            buffer.put(rest.bytes, 0, rest.length);
            if (socket.read(buffer) < 0) {
                throw new IOException("A server hung up");
            }
            int length = buffer.position();
            int done = look(buffer.array(), length);
            rest.length = Math.min(length - done, KEPT - 1);
            System.arraycopy(buffer.array(), length - rest.length, rest.bytes, 0, rest.length);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return where the next look has to begin
    private int look(byte[] bytes, int length) {
        long now = System.nanoTime();
        int done = 0;
        for (int i = 0; i + KEPT <= length; i++) {
            if (bytes[i] != 'a' || bytes[i + 1] != 't' || bytes[i + 2] != '=') {
                continue;
            }
            long due = 0;
            for (int d = i + MARK.length(); d < i + KEPT; d++) {
                due = due * 10 + (bytes[d] - '0');
            }
            heard.add(due, now);
            i += KEPT - 1;
            done = i + 1;
        }
        return done;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        joined(thread);
        for (var socket : sockets) {
            socket.write(ByteBuffer.wrap(goodbye));
            socket.close();
        }
        selector.close();
    }
}
