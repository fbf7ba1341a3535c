package chat.parley.media;

import chat.parley.media.room.LastSpeakers;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// What is done for participants at a tick. Whoever sends pictures has their losses and arrivals told at each, whoever
/// speaks at each fifth. All else can wait: everybody has a turn within a tenth of a second while there are pictures to
/// be divided among lines, and within half a second otherwise. To look at everybody fifty times a second cost a tenth
/// of a call.
final class Turn {
    private static final int FAULTS_MAX = 8;
    /// A fifth of all has its turn at a tick, or a twenty-fifth while there is nothing but voices. Ticks of a calm room
    /// are five times as far apart.
    private static final int ROUNDS = 5;

    private static final int VOICE_ROUNDS = 25;
    /// Of those who only speak, this part has its turn at a tick; a divisor of both numbers of rounds.
    private static final int VOICES = 5;

    private static final long PICTURES_NANOS = 1_000_000_000L;
    /// Whoever was silent for so long is not looked at in between.
    private static final long CALM_NANOS = 1_000_000_000L;

    /// Who sends media or wishes something new.
    private final List<Participant> wakeful = new ArrayList<>();
    private int round;
    private long rousedAt = Long.MIN_VALUE / 2;
    private long pictureAt = Long.MIN_VALUE / 2;
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

    /// Media came from it: it has a turn at one of the next ticks.
    void wake(Participant peer, long nowNanos) {
        if (wakeful.isEmpty()) {
            rousedAt = nowNanos;
        }
        wake(peer);
    }

    private void wake(Participant peer) {
        if (!peer.wakeful) {
            peer.wakeful = true;
            wakeful.add(peer);
        }
    }

    /// A picture came from somebody.
    void picture(long nowNanos) {
        pictureAt = nowNanos;
    }

    /// What it wants is looked at with the next tick.
    void hurry(Participant peer) {
        peer.hurried = true;
        wake(peer);
    }

    /// True when nobody sends media or wishes something new.
    boolean calm() {
        return wakeful.isEmpty();
    }

    /// When media ended the last calm.
    long rousedAt() {
        return rousedAt;
    }

    void forget(Participant peer) {
        wakeful.remove(peer);
        pacing.forget(peer);
    }

    /// Takes the turns of this tick.
    ///
    /// @return who is to go: nothing was heard of them for too long, or something broke
    List<Participant> lost(List<Participant> all, long nowNanos) {
        List<Participant> lost = List.of();
        int rounds = calm() || nowNanos - pictureAt < PICTURES_NANOS ? ROUNDS : VOICE_ROUNDS;
        round = (round + 1) % rounds;
        for (int i = round; i < all.size(); i += rounds) {
            var peer = all.get(i);
            peer.hurried = true;
            if (peer.path.lost(nowNanos) || (!peer.wakeful && !take(peer, nowNanos))) {
                lost = with(lost, peer);
            }
        }
        for (int i = wakeful.size() - 1; i >= 0; i--) {
            var peer = wakeful.get(i);
            if (!peer.hurried && !peer.filming && (i + round) % VOICES != 0) {
                continue;
            }
            if (!take(peer, nowNanos)) {
                lost = with(lost, peer);
            } else if (nowNanos - peer.heardAt > CALM_NANOS) {
                peer.wakeful = false;
                wakeful.remove(i);
            }
        }
        return lost;
    }

    private static List<Participant> with(List<Participant> lost, Participant peer) {
        var more = lost.isEmpty() ? new ArrayList<Participant>() : lost;
        if (!more.contains(peer)) {
            more.add(peer);
        }
        return more;
    }

    /// What it breaks ends with that participant.
    ///
    /// @return false when something broke
    private boolean take(Participant peer, long nowNanos) {
        if (peer.faults >= FAULTS_MAX) {
            return false;
        }
        try {
            if (peer.hurried) {
                peer.hurried = false;
                settle(peer, nowNanos);
            }
            for (int i = 0; i < peer.tracks.size(); i++) {
                listen(peer.tracks.get(i), nowNanos);
            }
            controlOut.tick(peer, nowNanos);
            return true;
        } catch (RuntimeException fault) {
            counters.faults++;
            return false;
        }
    }

    /// What it gets of what it wants, and what is wanted of what it sends.
    private void settle(Participant peer, long nowNanos) {
        lastSpeakers.choose(peer.subscriptions, peer.cameras);
        if (peer.line.divide(peer, events, nowNanos)) {
            pacing.wake(peer, nowNanos);
        }
        for (int i = 0; i < peer.subscriptions.size(); i++) {
            var subscription = peer.subscriptions.get(i);
            subscription.aim(nowNanos);
            subscription.down.measure(nowNanos);
        }
        for (int i = 0; i < peer.tracks.size(); i++) {
            var track = peer.tracks.get(i);
            if (!track.codec.audio && track.demand.changed(track.wanted(), nowNanos)) {
                events.add(new Output.Event.Wanted(track.publisher.id, track.mid, track.demand.told()));
            }
        }
    }

    private void listen(Track track, long nowNanos) {
        if (!track.codec.audio) {
            return;
        }
        if (track.speech.ended(nowNanos)) {
            events.add(new Output.Event.Speaking(track.publisher.id, track.mid, false));
        }
        boolean speaks = track.speech.speaking() && !track.ungated && !track.muted;
        if (speaks && track.publisher.room.floor().claim(track.id, track.speech.loudness(), nowNanos)) {
            track.publisher.floorAt = nowNanos;
            events.add(new Output.Event.Speaker(track.publisher.id, track.mid));
        }
    }
}
