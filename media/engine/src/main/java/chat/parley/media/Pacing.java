package chat.parley.media;

import chat.parley.media.send.Pacer;
import java.util.ArrayList;
import java.util.List;

/// The short steps in which packets that wait and the padding of probes go out. As long as nobody has any there are
/// none.
final class Pacing {
    private final Outgoing outgoing;
    private final List<Participant> busy = new ArrayList<>();
    private long nextAt;

    Pacing(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    /// When the next step is, at the latest `otherwise`.
    long next(long otherwise) {
        return !busy.isEmpty() && nextAt - otherwise < 0 ? nextAt : otherwise;
    }

    /// Something waits for this one's line, or a probe of it begins.
    void wake(Participant peer, long nowNanos) {
        if (busy.isEmpty()) {
            nextAt = nowNanos + Pacer.STEP_NANOS;
        }
        if (!peer.line.paced) {
            peer.line.paced = true;
            busy.add(peer);
        }
    }

    void forget(Participant peer) {
        busy.remove(peer);
    }

    boolean due(long nowNanos) {
        return !busy.isEmpty() && nowNanos - nextAt >= 0;
    }

    void step(long nowNanos) {
        nextAt = nowNanos + Pacer.STEP_NANOS;
        for (int i = busy.size() - 1; i >= 0; i--) {
            var peer = busy.get(i);
            if (!step(peer, nowNanos)) {
                peer.line.paced = false;
                busy.remove(i);
            }
        }
    }

    /// @return whether there is more to come
    private boolean step(Participant peer, long nowNanos) {
        var line = peer.line;
        if (!line.pacer.idle()) {
            outgoing.release(peer, nowNanos);
        }
        if (line.prober.running()) {
            outgoing.pad(peer, line.prober.due(nowNanos), nowNanos);
            if (line.prober.ended(nowNanos)) {
                peer.bandwidth.endProbe();
            }
        }
        return !line.pacer.idle() || line.prober.running();
    }
}
