package chat.parley.voice.record;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.voice.room.Seat;
import chat.parley.voice.room.SeatEvent;
import chat.parley.voice.room.SeatEvent.RecordingState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One recording from the first question to its end. The lock guards all of it but the tapes' files, which only the
/// recorder's thread touches.
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final int WORK_MS = 200;

    final EntityId id;
    final GuildId guild;
    final ChannelId channel;
    final Caller by;
    private final Archive archive;
    private final Clock clock;
    private final Set<Seat> seats = new LinkedHashSet<>();
    private final Set<UserId> agreed = new HashSet<>();
    private final List<Tape> tapes = new ArrayList<>();
    private RecordingState state = RecordingState.ASKED;
    private long sinceMs;
    private long sinceNanos;
    private int tapeCount;

    Session(EntityId id, GuildId guild, ChannelId channel, Caller by, Archive archive, Clock clock) {
        this.id = id;
        this.guild = guild;
        this.channel = channel;
        this.by = by;
        this.archive = archive;
        this.clock = clock;
        agreed.add(by.id());
    }

    synchronized boolean is(RecordingState asked) {
        return state == asked;
    }

    synchronized boolean over() {
        return state == RecordingState.CALLED_OFF || state == RecordingState.ENDED;
    }

    synchronized long sinceMs() {
        return sinceMs;
    }

    synchronized Set<UserId> agreed() {
        return Set.copyOf(agreed);
    }

    /// A person is or comes here. Who has not agreed to a recording that runs waits outside of the call.
    synchronized void here(Seat seat) {
        if (over()) {
            return;
        }
        seats.add(seat);
        if (state == RecordingState.RUNNING) {
            if (agreed.contains(seat.user())) {
                tape(seat);
            } else {
                seat.hold(true);
            }
        }
        tell();
    }

    /// @return whether nobody is left
    synchronized boolean gone(Seat seat) {
        if (seats.remove(seat)) {
            tell();
        }
        return seats.isEmpty();
    }

    /// @return whether they had not before
    synchronized boolean agrees(UserId user) {
        boolean now = !over() && agreed.add(user);
        if (!over()) {
            for (var seat : seats) {
                if (seat.user().equals(user) && state == RecordingState.RUNNING) {
                    seat.hold(false);
                    tape(seat);
                }
            }
            tell();
        }
        return now;
    }

    synchronized boolean hasAgreed(UserId user) {
        return agreed.contains(user);
    }

    /// Begins when all who are here agree.
    ///
    /// @return whether it has begun now
    synchronized boolean begin() {
        if (state != RecordingState.ASKED || !waiting().isEmpty()) {
            return false;
        }
        state = RecordingState.RUNNING;
        sinceMs = clock.millis();
        sinceNanos = System.nanoTime();
        archive.begin(id);
        seats.forEach(this::tape);
        tell();
        return true;
    }

    private void tape(Seat seat) {
        var tape = new Tape(seat, archive, id, tapeCount++, sinceNanos);
        tapes.add(tape);
        tape.begin();
    }

    /// What the seat sends has changed: its new pictures need a key frame.
    synchronized void again(Seat seat) {
        if (state == RecordingState.RUNNING && agreed.contains(seat.user())) {
            tapes.stream().filter(it -> it.of(seat)).forEach(Tape::begin);
        }
    }

    /// @param how called off or ended
    /// @return whether it was not over before
    synchronized boolean end(RecordingState how) {
        if (over()) {
            return false;
        }
        state = how;
        for (var seat : seats) {
            tapes.stream().filter(it -> it.of(seat)).forEach(Tape::end);
            seat.hold(false);
        }
        tell();
        return true;
    }

    private Set<UserId> waiting() {
        var waiting = new HashSet<UserId>();
        for (var seat : seats) {
            if (!agreed.contains(seat.user())) {
                waiting.add(seat.user());
            }
        }
        return waiting;
    }

    private void tell() {
        var event = new SeatEvent.Recording(state, id, by.id(), sinceMs, waiting());
        seats.forEach(it -> it.tell(event));
    }

    private synchronized List<Tape> tapes() {
        return List.copyOf(tapes);
    }

    /// Writes until the recording is over. On a thread of its own.
    ///
    /// @return what was recorded
    List<Tape> record() {
        try {
            while (!over()) {
                work();
                Thread.sleep(WORK_MS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        work();
        var all = tapes();
        for (var tape : all) {
            try {
                tape.close();
            } catch (IOException | UncheckedIOException failure) {
                LOG.error("A recording of {} could not be ended", tape.user, failure);
            }
        }
        return all;
    }

    private void work() {
        for (var tape : tapes()) {
            try {
                tape.work();
            } catch (IOException | UncheckedIOException failure) {
                LOG.error("The recording {} cannot be written", id, failure);
                end(RecordingState.ENDED);
                return;
            }
        }
    }
}
