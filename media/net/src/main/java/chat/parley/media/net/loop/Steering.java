package chat.parley.media.net.loop;

import chat.parley.media.net.udp.PortProgram;
import chat.parley.media.wire.Address;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// Lets the kernel give datagrams that its hash brings to the wrong socket to the right one, soon after that has been
/// noticed: until then, and where the kernel cannot, they are passed on from loop to loop, for which two threads wake
/// instead of one.
final class Steering {
    /// Many come and go at once.
    private static final long REST_MS = 250;

    private final AtomicBoolean due = new AtomicBoolean();
    private final Supplier<Map<Address, MediaLoop>> astray;

    /// @param astray who owns what comes by other sockets
    Steering(Supplier<Map<Address, MediaLoop>> astray) {
        this.astray = astray;
    }

    /// @param by any loop at the port
    void changed(MediaLoop by) {
        if (due.compareAndSet(false, true)) {
            Thread.ofVirtual().name("media-steering").start(() -> {
                if (rested()) {
                    due.set(false);
                    by.steer(program(astray.get()));
                }
            });
        }
    }

    private static boolean rested() {
        try {
            Thread.sleep(REST_MS);
            return true;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// A port that several addresses have, for different loops, is left to the hash, and so are more than fit.
    static byte[] program(Map<Address, MediaLoop> astray) {
        var sockets = new TreeMap<Integer, Integer>();
        var disputed = new HashSet<Integer>();
        astray.forEach((address, loop) -> {
            var before = address.stream() ? null : sockets.put(address.port(), loop.index());
            if (before != null && before != loop.index()) {
                disputed.add(address.port());
            }
        });
        sockets.keySet().removeAll(disputed);
        while (sockets.size() > PortProgram.PORTS_MAX) {
            sockets.pollLastEntry();
        }
        return PortProgram.of(sockets);
    }
}
