package chat.parley.edge.discord.gateway.fanout;

import chat.parley.edge.discord.gateway.session.Session;
import chat.parley.edge.discord.gateway.wire.Burst;
import chat.parley.edge.discord.gateway.wire.CloseCode;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// What waits to be written on one event loop. Hot path: an event goes into the session's ring, and at the end of a
/// turn each session that got something is written once. Belongs to the loop.
final class Outbox {
    private final Burst burst;
    private final Registry registry;
    private final List<Session> dirty = new ArrayList<>();

    Outbox(Burst burst, Registry registry) {
        this.burst = burst;
        this.registry = registry;
    }

    void add(Session session, long guild, Dispatch dispatch) {
        session.add(guild, dispatch);
        touch(session);
    }

    /// Something waits for the session, or may be written again.
    void touch(Session session) {
        if (session.queue()) {
            dirty.add(session);
        }
    }

    /// Writes what the session was just given, because nothing more is to be expected for it in this turn: what was
    /// touched is still in the processor's cache.
    void writeNow(Session session, BiConsumer<Session, CloseCode> end) {
        if (!session.queued()) {
            write(session, end);
        }
    }

    /// @param end told of a session that cannot be caught up with any more
    void write(BiConsumer<Session, CloseCode> end) {
        for (var session : dirty) {
            session.unqueue();
            write(session, end);
        }
        dirty.clear();
        burst.release();
    }

    private void write(Session session, BiConsumer<Session, CloseCode> end) {
        var socket = session.socket();
        if (session.overwhelmed()) {
            end.accept(session, CloseCode.TOO_SLOW);
            return;
        }
        if (socket == null || !session.begun()) {
            return;
        }
        while (socket.writable()) {
            var next = session.poll();
            if (next == null) {
                break;
            }
            socket.write(burst, next, session.sentSeq());
        }
        socket.flush(burst);
        if (session.lagging()) {
            socket.close(CloseCode.TOO_SLOW);
            session.detach(registry.now());
            registry.disconnected(session);
        }
    }
}
