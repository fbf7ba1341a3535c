package chat.parley.media;

import chat.parley.media.send.Pacer;
import java.util.Collection;

/// The short steps in which packets that wait and the padding of probes go out. As long as nobody has any there are
/// none.
final class Pacing {
    private final Outgoing outgoing;
    private boolean active;
    private long nextAt;

    Pacing(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    /// When the next step is, at the latest `otherwise`.
    long next(long otherwise) {
        return active && nextAt - otherwise < 0 ? nextAt : otherwise;
    }

    /// Something waits.
    void wake(long nowNanos) {
        if (!active) {
            active = true;
            nextAt = nowNanos + Pacer.STEP_NANOS;
        }
    }

    boolean due(long nowNanos) {
        return active && nowNanos - nextAt >= 0;
    }

    void step(Collection<Participant> all, long nowNanos) {
        nextAt = nowNanos + Pacer.STEP_NANOS;
        active = false;
        for (var peer : all) {
            var line = peer.line;
            if (!line.pacer.idle()) {
                outgoing.release(peer, nowNanos);
                active |= !line.pacer.idle();
            }
            if (line.prober.running()) {
                outgoing.pad(peer, line.prober.due(nowNanos), nowNanos);
                if (line.prober.ended(nowNanos)) {
                    peer.bandwidth.endProbe();
                }
                active |= line.prober.running();
            }
        }
    }
}
