package chat.parley.voice.record;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.channel.ChannelAccess;
import chat.parley.channel.ChannelEvent;
import chat.parley.channel.Channels;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import chat.parley.permission.Permission;
import chat.parley.voice.VoiceStates;
import chat.parley.voice.record.track.Track;
import chat.parley.voice.room.Attendant;
import chat.parley.voice.room.Seat;
import chat.parley.voice.room.SeatEvent.RecordingState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asking for recordings, agreeing, ending, listening and deleting.
///
/// Whoever manages the channel may ask, in private calls everybody. It begins when all who are present have agreed, and
/// anybody of them ends it. Who comes later is neither heard nor hears before they agree; if they do not, they leave.
public final class Recordings implements Attendant, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);
    private static final long SWEEP_MINUTES = 60;

    private final Map<ChannelId, Set<Seat>> present = new ConcurrentHashMap<>();
    private final Map<ChannelId, Session> sessions = new ConcurrentHashMap<>();
    private final Set<Thread> recorders = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("recordings").daemon().factory());
    private final RecordingStore store;
    private final Archive archive;
    private final Channels channels;
    private final VoiceStates states;
    private final Snowflakes ids;
    private final Bus bus;
    private final Clock clock;
    private final Duration kept;

    /// @param places where they are
    /// @param kept for how long
    public Recordings(
            Places places, Channels channels, VoiceStates states, Snowflakes ids, Bus bus, Clock clock, Duration kept) {
        store = new RecordingStore(places.database());
        archive = new Archive(store, places.vault(), places.folder(), ids, clock);
        this.channels = channels;
        this.states = states;
        this.ids = ids;
        this.bus = bus;
        this.clock = clock;
        this.kept = kept;
        bus.subscribe(ChannelEvent.Deleted.class, it -> gone(it.channel().id()));
        bus.subscribe(GuildEvent.Deleted.class, it -> gone(it.guild()));
    }

    public void start() {
        var now = new EntityId(ids.next());
        // Hours of voices take long to mix; nobody waits for it.
        recording("recovery", () -> {
            archive.recover(now);
            archive.clear(now);
        });
        timer.scheduleWithFixedDelay(this::sweep, 1, SWEEP_MINUTES, TimeUnit.MINUTES);
    }

    private void sweep() {
        try {
            archive.sweep(kept);
        } catch (RuntimeException failure) {
            LOG.error("Old recordings could not be deleted", failure);
        }
    }

    /// What a recording is, with its files and whether the caller may delete it.
    public record Told(Recording recording, List<RecordingFile> files, boolean deletable) {}

    /// Asks everybody in the call. Begins at once when nobody else is there.
    public void ask(Caller caller, ChannelId channel) {
        var access = channels.seenBy(caller, channel);
        if (!access.guild().isPrivate()) {
            access.requiring(Permission.MANAGE_CHANNELS);
        }
        var seats = present.getOrDefault(channel, Set.of());
        if (seats.stream().noneMatch(it -> it.user().equals(caller.id()))) {
            throw Refusal.unfit(Why.NOT_IN_VOICE);
        }
        var id = new EntityId(ids.next());
        var session = new Session(id, access.channel().guild(), channel, caller, archive, clock);
        if (sessions.putIfAbsent(channel, session) != null) {
            throw Refusal.conflict("This call is being recorded, or asked about it, already.");
        }
        List.copyOf(seats).forEach(session::here);
        timer.schedule(() -> callOff(session), Limits.RECORDING_ANSWER_S, TimeUnit.SECONDS);
        beginIfAllAgree(session);
    }

    private void callOff(Session session) {
        if (session.is(RecordingState.ASKED)) {
            end(session, RecordingState.CALLED_OFF);
        }
    }

    private void beginIfAllAgree(Session session) {
        if (!session.begin()) {
            return;
        }
        bus.publish(Deed.of(session.by, session.guild, DeedKind.RECORDING_START, session.id)
                .with("channel_id", session.channel));
        store.insert(new Recording(
                session.id,
                session.guild,
                session.channel,
                session.by.id(),
                Instant.ofEpochMilli(session.sinceMs()),
                null,
                List.copyOf(session.agreed())));
        recording(session.id.text(), () -> record(session));
    }

    @SuppressWarnings("ThreadPriorityCheck") // Writing may come late, talking may not.
    private void recording(String name, Runnable work) {
        var recorder = Thread.ofPlatform()
                .name("recorder-" + name)
                .priority(Thread.MIN_PRIORITY)
                .daemon()
                .unstarted(() -> {
                    try {
                        work.run();
                    } finally {
                        recorders.remove(Thread.currentThread());
                    }
                });
        recorders.add(recorder);
        recorder.start();
    }

    private void record(Session session) {
        try {
            var durations = new HashMap<Title, Long>();
            for (var tape : session.record()) {
                if (tape.lost() > 0) {
                    LOG.warn("A recording of {} lost {} packets: the disk is too slow", tape.user, tape.lost());
                }
                tape.titles().forEach((title, track) -> duration(durations, title, track));
            }
            archive.keep(session.id, durations, clock.instant());
        } catch (RuntimeException failure) {
            LOG.error("The recording {} could not be stored; the next start tries again", session.id, failure);
        }
    }

    private static void duration(Map<Title, Long> durations, Title title, Track track) {
        if (track.any()) {
            durations.put(title, track.durationMs());
        }
    }

    /// Anybody who is recorded, or asked, ends it; and whoever may ask for it.
    public void stop(Caller caller, ChannelId channel) {
        var access = channels.seenBy(caller, channel);
        var session = sessions.get(channel);
        if (session == null) {
            throw Refusal.unknown(Thing.RECORDING);
        }
        if (!session.hasAgreed(caller.id())) {
            access.requiring(Permission.MANAGE_CHANNELS);
        }
        boolean ran = session.is(RecordingState.RUNNING);
        if (end(session, ran ? RecordingState.ENDED : RecordingState.CALLED_OFF) && ran) {
            bus.publish(Deed.of(caller, session.guild, DeedKind.RECORDING_STOP, session.id)
                    .with("channel_id", channel));
        }
    }

    private boolean end(Session session, RecordingState how) {
        sessions.remove(session.channel, session);
        return session.end(how);
    }

    /// What somebody did from within the call, where nobody gives reasons.
    private void did(Seat seat, DeedKind kind, Session session) {
        var options = Map.of("channel_id", session.channel.text());
        bus.publish(new Deed(session.guild, seat.user(), kind, session.id.value(), List.of(), options, null));
    }

    /// Those that the caller was part of; all of the channel for who manages it.
    public List<Told> list(Caller caller, ChannelId channel) {
        var access = channels.seenBy(caller, channel);
        return store.of(channel).stream()
                .filter(it -> manages(access) || it.people().contains(caller.id()))
                .map(it -> new Told(it, store.files(it.id()), deletable(access, it)))
                .toList();
    }

    public void delete(Caller caller, ChannelId channel, EntityId id) {
        var access = channels.seenBy(caller, channel);
        var recording = store.find(id)
                .filter(it -> it.channel().equals(channel))
                .filter(it -> manages(access) || it.people().contains(caller.id()))
                .orElseThrow(() -> Refusal.unknown(Thing.RECORDING));
        if (recording.endedAt() == null) {
            throw Refusal.conflict("It has not ended yet.");
        }
        if (!deletable(access, recording)) {
            access.requiring(Permission.MANAGE_CHANNELS);
        }
        archive.delete(recording);
        bus.publish(Deed.of(caller, recording.guild(), DeedKind.RECORDING_DELETE, id)
                .with("channel_id", channel));
    }

    public Optional<RecordingFile> file(ChannelId channel, EntityId id) {
        return store.file(channel, id);
    }

    private static boolean manages(ChannelAccess access) {
        return !access.guild().isPrivate() && access.may(Permission.MANAGE_CHANNELS);
    }

    private static boolean deletable(ChannelAccess access, Recording recording) {
        return manages(access) || recording.startedBy().equals(access.caller().id());
    }

    @Override
    public void consents(Seat seat, boolean agrees) {
        var session = sessions.get(seat.channel());
        if (session == null || seat.bot()) {
            return;
        }
        if (agrees) {
            agrees(seat, session);
        } else if (session.is(RecordingState.ASKED)) {
            if (end(session, RecordingState.CALLED_OFF)) {
                did(seat, DeedKind.RECORDING_REFUSE, session);
            }
        } else if (session.hasAgreed(seat.user())) {
            if (end(session, RecordingState.ENDED)) {
                did(seat, DeedKind.RECORDING_WITHDRAW, session);
            }
        } else {
            did(seat, DeedKind.RECORDING_REFUSE, session);
            states.leave(session.guild, seat.user());
        }
    }

    private void agrees(Seat seat, Session session) {
        if (session.agrees(seat.user())) {
            did(seat, DeedKind.RECORDING_AGREE, session);
        }
        if (session.is(RecordingState.RUNNING)) {
            store.joined(session.id, seat.user());
        } else {
            beginIfAllAgree(session);
        }
    }

    @Override
    public void coming(Seat seat) {
        if (seat.bot()) {
            return;
        }
        present.computeIfAbsent(seat.channel(), _ -> ConcurrentHashMap.newKeySet())
                .add(seat);
        var session = sessions.get(seat.channel());
        if (session != null) {
            session.here(seat);
        }
    }

    @Override
    public void went(Seat seat) {
        present.computeIfPresent(seat.channel(), (_, seats) -> {
            seats.remove(seat);
            return seats.isEmpty() ? null : seats;
        });
        var session = sessions.get(seat.channel());
        if (session == null) {
            return;
        }
        if (session.gone(seat)) {
            boolean ran = session.is(RecordingState.RUNNING);
            if (end(session, ran ? RecordingState.ENDED : RecordingState.CALLED_OFF) && ran) {
                timer.execute(() -> did(seat, DeedKind.RECORDING_STOP, session));
            }
        } else {
            // Beside the room's lock: beginning makes folders and rows.
            timer.execute(() -> beginIfAllAgree(session));
        }
    }

    @Override
    public void sends(Seat seat) {
        var session = sessions.get(seat.channel());
        if (session != null) {
            session.again(seat);
        }
    }

    private void gone(GuildId guild) {
        timer.execute(() -> store.ofGuild(guild).forEach(archive::delete));
    }

    private void gone(ChannelId channel) {
        timer.execute(() -> store.of(channel).forEach(archive::delete));
    }

    /// Ends what runs, and waits until it is stored.
    @Override
    public void close() {
        sessions.values().forEach(it -> end(it, RecordingState.ENDED));
        timer.shutdownNow();
        try {
            for (var recorder : Set.copyOf(recorders)) {
                recorder.join(Duration.ofSeconds(Limits.RECORDING_CLOSE_S));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
