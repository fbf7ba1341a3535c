package chat.parley.voice.room;

import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.media.net.Count;
import chat.parley.media.net.MediaServer;
import chat.parley.media.net.PeerListener;
import chat.parley.media.net.loop.Delays;
import chat.parley.voice.VoiceEvent;
import chat.parley.voice.VoiceState;
import chat.parley.voice.VoiceStates;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rooms in which people talk, on this node's media server.
///
/// A change of the voice states reaches the seat on the thread and under the lock of the change: who was put out of a
/// channel gets no packet that comes after. Somebody who takes a seat in the same moment is judged once more when they
/// sit.
public final class Rooms implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);
    private static final int RETURN_MS = 15_000;
    private static final int ABSENCE_MS = 10_000;

    private final ConcurrentHashMap<ChannelId, Room> rooms = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Place, Seat> seats = new ConcurrentHashMap<>();
    private final AtomicLong arrivals = new AtomicLong();
    private final ScheduledExecutorService patience = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("voice-patience").daemon().factory());
    private volatile @Nullable Attendant attendant;
    private final MediaServer media;
    private final String host;
    private final VoiceStates states;

    private record Place(GuildId guild, UserId user) {}

    /// What somebody shows at the door.
    public record Pass(GuildId guild, UserId user, String session, String token) {}

    /// @param host the address that bots are told
    public Rooms(MediaServer media, String host, VoiceStates states, Bus bus) {
        this.media = media;
        this.host = host;
        this.states = states;
        bus.subscribe(VoiceEvent.Changed.class, this::follow);
        patience.scheduleWithFixedDelay(() -> apart(this::retireSilent), ABSENCE_MS, ABSENCE_MS, TimeUnit.MILLISECONDS);
    }

    /// What the media server has counted since its start.
    public Map<Count, Long> counts() {
        var counted = media.counts();
        var all = new EnumMap<Count, Long>(Count.class);
        for (var it : Count.values()) {
            all.put(it, counted.of(it));
        }
        return all;
    }

    /// How long packets have stayed in the media server since its start; null when nobody has been in a call yet.
    public @Nullable Delays delays() {
        return media.delays();
    }

    /// From the first room on.
    public void attend(Attendant by) {
        attendant = by;
    }

    /// Whoever sits there agrees with being recorded, or does not.
    public void consent(Seat seat, boolean agrees) {
        var it = attendant;
        if (it != null) {
            it.consents(seat, agrees);
        }
    }

    /// How long the media server has been busy with one thing.
    public long stalledMs() {
        return media.stalledNanos() / 1_000_000;
    }

    /// How much of this program's memory was put into large pages for calls.
    public long largePagesBytes() {
        return media.largePagesBytes();
    }

    /// Whether the pass is good now.
    public boolean admits(Pass pass) {
        return arriving(pass) != null;
    }

    /// Takes a seat in the channel that the voice state names.
    ///
    /// @param bot comes by Discord's UDP protocol
    /// @return absent when the pass is not, or no longer, good
    public @Nullable Seat enter(Pass pass, boolean bot, Listener listener) {
        long arrival = arrivals.incrementAndGet();
        var state = arriving(pass);
        if (state == null) {
            return null;
        }
        var place = new Place(pass.guild(), pass.user());
        var seat = seated(state, bot, listener, arrival);
        var earlier = new @Nullable Seat[1];
        // To sit down takes up to a second where nobody has been in a call yet. Who was moved or came again meanwhile
        // may sit already, and is not to be put out by what came first.
        var sitting = seats.compute(place, (_, known) -> {
            if (!holds(pass, state) || (known != null && known.arrival > arrival)) {
                return known;
            }
            earlier[0] = known;
            return seat;
        });
        if (earlier[0] != null) {
            earlier[0].room.leave(earlier[0], SeatEvent.Why.REPLACED);
        }
        var now = arriving(pass);
        if (!seat.equals(sitting) || now == null || !holds(pass, state)) {
            seats.remove(place, seat);
            seat.room.leave(seat, SeatEvent.Why.LEFT);
            sweep(seat.room);
            return null;
        }
        seat.obey(now);
        return seat;
    }

    private @Nullable VoiceState arriving(Pass pass) {
        return states.arriving(pass.guild(), pass.user(), pass.session(), pass.token());
    }

    /// Whether the pass still leads to where it led.
    private boolean holds(Pass pass, VoiceState then) {
        var now = arriving(pass);
        return now != null && now.channel().equals(then.channel());
    }

    /// A room exists as long as somebody is in it; nobody sits down in one that has just ended.
    private Seat seated(VoiceState state, boolean bot, Listener listener, long arrival) {
        var taken = new Seat[1];
        rooms.compute(state.channel(), (channel, known) -> {
            var room = known == null ? new Room(channel, attendant) : known;
            var seat = new Seat(state.user(), room, listener, arrival);
            String name = channel.text();
            PeerListener heard = (_, event) -> room.happened(seat, event);
            seat.taken(bot ? new Line.Bot(media.joinBot(name, heard)) : new Line.Browser(media.join(name, heard)));
            seat.obey(state);
            taken[0] = seat;
            room.enter(seat);
            return room;
        });
        return taken[0];
    }

    /// A client's connection is gone. Unless it comes back soon, so is its place in the channel.
    public void lost(Pass pass, Seat seat) {
        seat.leave();
        states.strayed(pass.guild(), pass.user());
        afterPatience(() -> abandon(pass, seat));
    }

    /// Does this when a client whose connection is gone has had its time to come back.
    public void afterPatience(Runnable action) {
        if (!patience.isShutdown()) {
            patience.schedule(() -> apart(action), RETURN_MS, TimeUnit.MILLISECONDS);
        }
    }

    /// Gives the seat up, and the place in the channel with it, unless somebody else has taken it since.
    public void abandon(Pass pass, Seat seat) {
        seat.leave();
        if (seats.remove(new Place(pass.guild(), pass.user()), seat)) {
            states.leave(pass.guild(), pass.user(), pass.session());
            sweep(seat.room);
        }
    }

    private void sweep(Room left) {
        rooms.computeIfPresent(left.channel, (_, it) -> it.empty() ? null : it);
    }

    /// Where bots send their packets.
    public int port() {
        return media.port();
    }

    public String host() {
        return host;
    }

    public int participants() {
        return media.participants();
    }

    /// Who says nothing for as long as the guild allows goes to its channel of the absent. Bots never do: music has
    /// pauses.
    private void retireSilent() {
        seats.forEach((place, seat) -> {
            int allowedS = states.absentAfterS(place.guild());
            boolean silent = System.nanoTime() - seat.spokeNanos > TimeUnit.SECONDS.toNanos(allowedS);
            if (allowedS > 0 && silent && seat.line() instanceof Line.Browser) {
                states.retire(place.guild(), place.user());
            }
        });
    }

    private void follow(VoiceEvent.Changed change) {
        var place = new Place(change.guild(), change.either().user());
        var seat = seats.get(place);
        if (seat == null) {
            if (change.after() != null) {
                // Whoever is in a channel will soon be at the door: the media server wakes meanwhile.
                media.warmUp();
            }
            return;
        }
        if (change.departed()) {
            seats.remove(place, seat);
            // No packet from here on; the others are told beside the lock.
            seat.peer().leave();
            apart(() -> {
                seat.room.leave(seat, SeatEvent.Why.LEFT);
                sweep(seat.room);
            });
            return;
        }
        VoiceState after = change.after();
        if (after != null) {
            seat.obey(after);
        }
    }

    private static void apart(Runnable action) {
        Thread.ofVirtual().name("voice-room").start(() -> {
            try {
                action.run();
            } catch (RuntimeException fault) {
                LOG.error("A room failed", fault);
            }
        });
    }

    @Override
    public void close() {
        patience.shutdownNow();
        media.close();
    }
}
