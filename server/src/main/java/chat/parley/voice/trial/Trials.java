package chat.parley.voice.trial;

import chat.parley.account.Caller;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.media.net.BrowserPeer;
import chat.parley.media.net.MediaServer;
import chat.parley.media.sdp.Answer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Seats for browsers that try the connection. Each is alone in its room and hears itself; it is taken away after a
/// while.
public final class Trials implements AutoCloseable {
    private static final String MICROPHONE = "0";

    private final ConcurrentHashMap<EntityId, Seat> seats = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UserId, ArrayDeque<EntityId>> mine = new ConcurrentHashMap<>();
    private final ScheduledExecutorService end = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("voice-trials").daemon().factory());
    private final MediaServer media;
    private final Snowflakes ids;

    private record Seat(UserId user, BrowserPeer peer, AtomicBoolean echoes) {}

    /// @param offer to be answered
    public record Trial(EntityId id, String offer) {}

    public Trials(MediaServer media, Snowflakes ids) {
        this.media = media;
        this.ids = ids;
    }

    /// A seat of one's own. Who has many gives up the oldest.
    public Trial open(Caller caller) {
        if (seats.size() >= Limits.VOICE_TRIALS_MAX) {
            throw new Refused(new Refusal.Busy(Limits.VOICE_TRIAL_S * 1_000L));
        }
        var id = new EntityId(ids.next());
        var peer = media.join("trial " + id.text(), (_, _) -> {});
        seats.put(id, new Seat(caller.id(), peer, new AtomicBoolean()));
        mine.compute(caller.id(), (_, known) -> {
            var list = known == null ? new ArrayDeque<EntityId>() : known;
            list.add(id);
            while (list.size() > Limits.VOICE_TRIALS_OF_A_PERSON_MAX) {
                remove(list.remove());
            }
            return list;
        });
        var _ = end.schedule(() -> end(caller.id(), id), Limits.VOICE_TRIAL_S, TimeUnit.SECONDS);
        return new Trial(id, peer.offer());
    }

    /// The browser's answer to the last offer.
    ///
    /// @return the next offer, when there is one: then the browser gets back what it sends
    public @Nullable String answer(Caller caller, EntityId id, String sdp) {
        var seat = seat(caller, id);
        try {
            var sent = seat.peer().answer(sdp);
            if (sent.isEmpty() || !seat.echoes().compareAndSet(false, true)) {
                return null;
            }
        } catch (Answer.Unusable unusable) {
            throw new Refused(
                    new Refusal.Invalid(List.of(new Refusal.Problem("sdp", "SDP_INVALID", "No answer to the offer."))),
                    unusable);
        }
        seat.peer().subscribe(seat.peer(), MICROPHONE);
        return seat.peer().offer();
    }

    public void end(Caller caller, EntityId id) {
        seat(caller, id);
        end(caller.id(), id);
    }

    private void end(UserId user, EntityId id) {
        mine.computeIfPresent(user, (_, list) -> list.remove(id) && list.isEmpty() ? null : list);
        remove(id);
    }

    private void remove(EntityId id) {
        var seat = seats.remove(id);
        if (seat != null) {
            seat.peer().leave();
        }
    }

    private Seat seat(Caller caller, EntityId id) {
        var seat = seats.get(id);
        if (seat == null || !seat.user().equals(caller.id())) {
            throw new Refused(new Refusal.Unknown(Refusal.Thing.VOICE_PLACE));
        }
        return seat;
    }

    @Override
    public void close() {
        end.shutdownNow();
        seats.keySet().forEach(this::remove);
    }
}
