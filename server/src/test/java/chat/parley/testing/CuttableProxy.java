package chat.parley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A line between a client and the server that a test can cut: bytes pass both ways until [#cut()] resets every
/// connection, as a network does that goes away. New connections pass at once.
public final class CuttableProxy implements AutoCloseable {
    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Socket newest;

    /// @param target a port of this machine
    public CuttableProxy(int target) {
        this.target = target;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    public void cut() {
        open.forEach(CuttableProxy::reset);
        open.clear();
    }

    /// Only the connection that was opened last.
    public void cutNewest() {
        var last = newest;
        if (last != null) {
            reset(last);
            open.remove(last);
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        cut();
    }

    private void accept() {
        try {
            while (true) {
                var near = entrance.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), target);
                newest = near;
                open.add(near);
                open.add(far);
                Thread.ofVirtual().start(() -> pass(near, far));
                Thread.ofVirtual().start(() -> pass(far, near));
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            reset(to);
        }
        reset(from);
        reset(to);
        open.remove(from);
    }

    /// With a reset instead of a farewell, what was on its way is lost.
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException already) {
            // It is closed.
        }
    }
}
