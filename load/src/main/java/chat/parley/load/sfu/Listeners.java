package chat.parley.load.sfu;

import chat.parley.load.sfu.unit.Person;
import chat.parley.media.net.client.MediaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Those who listen and watch: one thread that opens every packet and notes how late it is.
final class Listeners implements AutoCloseable {
    private static final long WAIT_MS = 50;
    private static final long LOOK_NANOS = 1_000_000_000L;

    private final Selector selector = Selector.open();
    private final int lookMillis;
    private final Thread thread;
    private final Delays delays = new Delays();
    private volatile boolean closed;

    /// @param lookMillis how often it looks whether something came; 0 when every packet is to wake it
    Listeners(List<Person> people, int lookMillis) throws IOException {
        this.lookMillis = lookMillis;
        for (var person : people) {
            person.client().channel().register(selector, SelectionKey.OP_READ, person.client());
        }
        thread = Thread.ofPlatform().name("listeners").daemon(true).start(this::listen);
    }

    Delays delays() {
        return delays;
    }

    private void listen() {
        try {
            long lookedAt = System.nanoTime();
            while (!closed) {
                if (lookMillis > 0) {
                    LockSupport.parkNanos(lookMillis * 1_000_000L);
                    selector.selectNow(this::read);
                } else {
                    selector.select(this::read, WAIT_MS);
                }
                if (System.nanoTime() - lookedAt > LOOK_NANOS) {
                    // Who hears nothing has to prove that it is still there, too.
                    selector.keys().forEach(this::read);
                    lookedAt = System.nanoTime();
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void read(SelectionKey key) {
        try {
            var client = (MediaClient) key.attachment();
            // Its owner may speak meanwhile.
            synchronized (client) {
                for (var packet = client.receive(System.nanoTime()); packet != null; ) {
                    delays.note(packet.bytes(), packet.payloadAt(), packet.payloadLength(), System.nanoTime());
                    packet = client.receive(System.nanoTime());
                }
            }
        } catch (IOException broken) {
            key.cancel();
        }
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
        selector.close();
    }
}
