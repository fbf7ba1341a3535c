package chat.parley.media;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;

/// What is done for one participant at each tick.
final class Turn {
    private static final int FAULTS_MAX = 8;

    private final LastSpeakers lastSpeakers = new LastSpeakers();
    private final ControlOut controlOut;
    private final Pacing pacing;
    private final Counters counters;
    private final Queue<Output.Event> events;

    Turn(ControlOut controlOut, Pacing pacing, Counters counters, Queue<Output.Event> events) {
        this.controlOut = controlOut;
        this.pacing = pacing;
        this.counters = counters;
        this.events = events;
    }

    /// Takes everybody's turn.
    ///
    /// @return who is to go: nothing was heard of them for too long, or something broke
    List<Participant> lost(Collection<Participant> all, long nowNanos) {
        List<Participant> lost = List.of();
        for (var peer : all) {
            if (peer.path.lost(nowNanos) || !take(peer, nowNanos)) {
                lost = lost.isEmpty() ? new ArrayList<>() : lost;
                lost.add(peer);
            }
        }
        return lost;
    }

    /// What it breaks ends with that participant.
    ///
    /// @return false when something broke
    private boolean take(Participant peer, long nowNanos) {
        if (peer.faults >= FAULTS_MAX) {
            return false;
        }
        try {
            lastSpeakers.choose(peer);
            if (peer.line.divide(peer, events, nowNanos)) {
                pacing.wake(nowNanos);
            }
            for (var subscription : peer.subscriptions) {
                subscription.aim(nowNanos);
            }
            for (var track : peer.tracks) {
                observe(track, nowNanos);
            }
            controlOut.tick(peer, nowNanos);
            return true;
        } catch (RuntimeException fault) {
            counters.faults++;
            return false;
        }
    }

    private void observe(Track track, long nowNanos) {
        if (!track.codec.audio) {
            if (track.demand.changed(track, nowNanos)) {
                events.add(new Output.Event.Wanted(track.publisher.id, track.mid, track.demand.told()));
            }
            return;
        }
        if (track.speech.ended(nowNanos)) {
            events.add(new Output.Event.Speaking(track.publisher.id, track.mid, false));
        }
        boolean speaks = track.speech.speaking() && !track.ungated && !track.muted;
        if (speaks && track.publisher.room.floor.claim(track.id, track.speech.loudness(), nowNanos)) {
            track.publisher.floorAt = nowNanos;
            events.add(new Output.Event.Speaker(track.publisher.id, track.mid));
        }
    }
}
