package chat.parley.load.crowd;

import chat.parley.load.node.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// Many clients of one node. They connect from several addresses of the loopback network, because one address
/// has 28,000 ports and a closed connection keeps its port for a minute.
public final class Crowd implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 20;
    private static final int FLUSH_TAIL_BYTES = 4;
    private static final int ADDRESSES = 16;
    private static final int CONNECT_AT_ONCE = 64;
    private static final int BEAT_EVERY_S = 40;
    private static final int PATIENCE_S = 180;

    private final Selector selector = Selector.open();
    private final List<Client> clients = new ArrayList<>();
    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    private final AtomicInteger ready = new AtomicInteger();
    private final AtomicLong frames = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong disorder = new AtomicLong();
    private final CompletableFuture<Boolean> failure = new CompletableFuture<>();
    private final Thread thread = Thread.ofPlatform().name("crowd").daemon().unstarted(this::run);
    private final Node node;
    private final Form form;
    private final Ear ear;
    private final Frame frame;
    private String intents = "";
    private byte[] bytes = new byte[BUFFER_BYTES];
    private volatile boolean closed;
    private long beats;

    /// Something to do on the crowd's thread.
    private interface Step {
        void take() throws IOException;
    }

    public Crowd(Node node, Form form, Ear ear) throws IOException {
        this.node = node;
        this.form = form;
        this.ear = ear;
        frame = new Frame(form);
        thread.start();
    }

    /// Asks for some events only, as bots do; before the first is opened.
    public Crowd intending(int bits) {
        intents = ",\"intents\":" + bits;
        return this;
    }

    /// Connects that many more and waits until each has its READY, or its session again.
    public void open(List<String> tokens, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            clients.add(new Client(clients.size(), tokens.get(clients.size() % tokens.size()), this));
        }
        connect(clients.subList(clients.size() - count, clients.size()), CONNECT_AT_ONCE);
    }

    /// Those come back at once, resume, and have heard what they missed when this returns.
    public void resume(List<Integer> numbers) throws Exception {
        var those = numbers.stream().map(clients::get).toList();
        connect(those, those.size());
    }

    /// Breaks the connections of those, as a network does.
    public void cut(List<Integer> numbers) throws Exception {
        leave(numbers.stream().map(clients::get).toList(), false);
    }

    /// Everybody says goodbye: the node keeps nothing of them.
    public void dismiss() throws Exception {
        leave(List.copyOf(clients), true);
        await(() -> clients.clear());
    }

    public List<Integer> everybody() {
        return IntStream.range(0, clients.size()).boxed().toList();
    }

    /// Waits until nothing has come for a third of a second.
    public void settle() throws InterruptedException {
        long before = -1;
        while (frames.get() != before) {
            before = frames.get();
            Thread.sleep(333);
        }
    }

    /// Frames of any kind so far.
    public long frames() {
        return frames.get();
    }

    /// Bytes that have come so far, with the frames' headers.
    public long bytes() {
        return received.get();
    }

    /// Throws what broke the crowd, if anything has.
    public void check() {
        failure.getNow(true);
    }

    /// Events whose number did not follow the one before: something was lost or told twice.
    public long disorder() {
        return disorder.get();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        for (var key : List.copyOf(selector.keys())) {
            key.channel().close();
        }
        selector.close();
    }

    Form form() {
        return form;
    }

    Ear ear() {
        return ear;
    }

    Frame frame() {
        return frame;
    }

    String intents() {
        return intents;
    }

    /// Whether the answer to the upgrade takes the extension, where one was offered.
    boolean accepted(String head) {
        return form != Form.MESSAGE_DEFLATE || head.contains("permessage-deflate");
    }

    void counted() {
        frames.lazySet(frames.get() + 1);
    }

    void outOfOrder() {
        disorder.incrementAndGet();
    }

    void ready() {
        ready.incrementAndGet();
    }

    private void connect(List<Client> those, int atOnce) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        ready.set(0);
        int begun = 0;
        while (ready.get() < those.size()) {
            int to = Math.min(those.size(), ready.get() + atOnce);
            if (to > begun) {
                var next = List.copyOf(those.subList(begun, to));
                await(() -> {
                    for (var client : next) {
                        dial(client);
                    }
                });
                begun = to;
            }
            check();
            if (System.nanoTime() > until) {
                throw new IllegalStateException(those.size() - ready.get() + " sockets are not ready");
            }
            Thread.sleep(1);
        }
    }

    private void leave(List<Client> those, boolean forGood) throws Exception {
        await(() -> {
            for (var client : those) {
                var socket = client.socket();
                if (socket != null) {
                    if (forGood) {
                        client.say(Frames.goodbye());
                    }
                    socket.close();
                }
                client.left(forGood);
            }
        });
    }

    private void await(Step step) throws Exception {
        var done = new CompletableFuture<Boolean>();
        steps.add(() -> {
            step.take();
            done.complete(true);
        });
        selector.wakeup();
        CompletableFuture.anyOf(done, failure).get(PATIENCE_S, TimeUnit.SECONDS);
    }

    /// 127.0.0.2 and following.
    public static InetAddress address(int number) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (2 + number % ADDRESSES)});
    }

    private void dial(Client client) throws IOException {
        var socket = SocketChannel.open();
        socket.configureBlocking(false);
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.bind(new InetSocketAddress(address(client.number()), 0));
        socket.register(selector, SelectionKey.OP_CONNECT, client);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), node.port));
    }

    private void run() {
        try {
            long nextBeat = System.nanoTime();
            while (!closed) {
                for (Step step = steps.poll(); step != null; step = steps.poll()) {
                    step.take();
                }
                selector.select(this::attend, 100);
                if (System.nanoTime() >= nextBeat) {
                    nextBeat += TimeUnit.SECONDS.toNanos(1);
                    beat();
                }
            }
        } catch (IOException | RuntimeException fault) {
            failure.completeExceptionally(fault);
        }
    }

    /// A fortieth of the clients each second.
    private void beat() throws IOException {
        for (int i = (int) (beats++ % BEAT_EVERY_S); i < clients.size(); i += BEAT_EVERY_S) {
            clients.get(i).beat();
        }
    }

    private void attend(SelectionKey key) {
        var client = (Client) key.attachment();
        var socket = (SocketChannel) key.channel();
        try {
            if (key.isConnectable() && socket.finishConnect()) {
                key.interestOps(SelectionKey.OP_READ);
                client.connected(socket);
            } else if (key.isReadable()) {
                read(client, socket);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void read(Client client, SocketChannel socket) throws IOException {
        byte[] rest = client.rest();
        if (bytes.length < 2 * rest.length + FLUSH_TAIL_BYTES) {
            bytes = Arrays.copyOf(bytes, 4 * rest.length);
        }
        System.arraycopy(rest, 0, bytes, 0, rest.length);
        var into = ByteBuffer.wrap(bytes, rest.length, bytes.length - rest.length - FLUSH_TAIL_BYTES);
        int read = socket.read(into);
        if (read < 0) {
            throw new IOException("The node hung up");
        }
        received.lazySet(received.get() + read);
        client.read(bytes, into.position());
    }
}
