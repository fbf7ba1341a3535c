package chat.parley.edge.discord.gateway.fanout;

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
    private final List<Guest> dirty = new ArrayList<>();

    Outbox(Burst burst, Registry registry) {
        this.burst = burst;
        this.registry = registry;
    }

    void add(Guest guest, long guild, Dispatch dispatch) {
        guest.session.add(guild, dispatch);
        touch(guest);
    }

    /// As [#add], and writes at once, because nothing more is to be expected in this turn: what was just touched is
    /// still
    /// in the processor's cache.
    void say(Guest guest, long guild, Dispatch dispatch, BiConsumer<Guest, CloseCode> end) {
        guest.session.add(guild, dispatch);
        if (!guest.dirty) {
            write(guest, end);
        }
    }

    /// Something waits for the guest, or may be written again.
    void touch(Guest guest) {
        if (!guest.dirty) {
            guest.dirty = true;
            dirty.add(guest);
        }
    }

    /// @param end told of a session that cannot be caught up with any more
    void write(BiConsumer<Guest, CloseCode> end) {
        for (var guest : dirty) {
            guest.dirty = false;
            write(guest, end);
        }
        dirty.clear();
        burst.release();
    }

    private void write(Guest guest, BiConsumer<Guest, CloseCode> end) {
        var session = guest.session;
        var socket = session.socket();
        if (session.overwhelmed()) {
            end.accept(guest, CloseCode.TOO_SLOW);
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
