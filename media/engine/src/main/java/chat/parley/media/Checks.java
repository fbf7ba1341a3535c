package chat.parley.media;

import chat.parley.media.ice.Credentials;
import chat.parley.media.ice.IceLite;
import chat.parley.media.path.Path;
import chat.parley.media.stun.StunMessage;
import chat.parley.media.wire.Address;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// Answers the connectivity checks of those who know a password, and of nobody else.
final class Checks {
    private final Roster roster;
    private final Outbox outbox;
    private final Counters counters;
    private final Queue<Output.Event> events;
    private @Nullable IceLite trial;

    Checks(Roster roster, Outbox outbox, Counters counters, Queue<Output.Event> events) {
        this.roster = roster;
        this.outbox = outbox;
        this.counters = counters;
        this.events = events;
    }

    /// Who knows these credentials can try a way here, and is nobody.
    void trial(Credentials credentials, long nowNanos) {
        trial = new IceLite(credentials, nowNanos);
    }

    void check(byte[] datagram, int at, int length, Address source, long nowNanos) {
        var request = StunMessage.read(datagram, at, length);
        var peer = request == null ? null : roster.named(request.username());
        var ice = peer != null && peer.path instanceof Path.Checked(var checked) ? checked : trial;
        if (request == null || ice == null) {
            counters.strangers++;
            return;
        }
        boolean first = ice.chosen() == null;
        byte[] answer = ice.answer(request, source, nowNanos);
        if (answer == null) {
            counters.strangers++;
            return;
        }
        outbox.send(answer, source);
        if (peer == null || ice == trial) {
            return;
        }
        if (ice.knows(source)) {
            roster.moved(peer, source);
        }
        if (first && ice.chosen() != null) {
            events.add(new Output.Event.Reached(peer.id));
        }
    }
}
