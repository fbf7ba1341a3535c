package chat.parley.voice.room;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.UserId;
import chat.parley.media.Tap;
import chat.parley.media.net.BrowserPeer;
import chat.parley.media.net.Peer;
import chat.parley.media.net.PeerStats;
import chat.parley.media.net.Published;
import chat.parley.media.net.Source;
import chat.parley.media.sdp.Answer;
import chat.parley.media.send.Priority;
import chat.parley.media.voice.VoiceMode;
import chat.parley.voice.VoiceState;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Somebody in a room. What it holds is guarded by the room's lock.
public final class Seat {
    final UserId user;
    final Room room;
    final Listener listener;
    /// Seats count by when they were asked for: of two for one user the later holds.
    final long arrival;
    /// What they get, by publisher and source.
    final Map<Wanted, String> getting = new HashMap<>();
    private final Map<Source, String> sending = new HashMap<>();
    private volatile @Nullable Line line;
    volatile List<Published> published = List.of();
    private volatile boolean held;
    private volatile @Nullable VoiceState obeyed;
    boolean gone;
    volatile long spokeNanos = System.nanoTime();
    boolean speaking;
    private SeatEvent.@Nullable Offered unanswered;
    private boolean wantsPriority;
    private boolean mayPrioritise;
    private boolean priority;

    record Wanted(UserId user, Source source) {}

    Seat(UserId user, Room room, Listener listener, long arrival) {
        this.arrival = arrival;
        this.user = user;
        this.room = room;
        this.listener = listener;
        sending.put(Source.MICROPHONE, "0");
    }

    public UserId user() {
        return user;
    }

    /// Where they stand on the line; absent before they have come.
    public @Nullable PeerStats stats() {
        var it = line;
        return it == null ? null : it.peer().stats();
    }

    /// The client wants to send this.
    public void publish(Source source) {
        room.locked(() -> {
            if (!gone) {
                sending.put(source, browser().publish(source));
                offer();
            }
        });
    }

    public void unpublish(Source source) {
        room.locked(() -> {
            String mid = sending.remove(source);
            if (!gone && mid != null && source != Source.MICROPHONE) {
                browser().unpublish(mid);
                room.published(this, browser().published());
                offer();
            }
        });
    }

    /// @throws IllegalArgumentException when it is no answer to the last offer
    public void answer(String sdp) {
        room.locked(() -> {
            if (!gone && unanswered != null) {
                var now = answered(sdp);
                unanswered = null;
                room.published(this, now);
                offer();
            }
        });
    }

    /// The client is there again by another socket. What it has not answered is said again, since the answer may be
    /// lost.
    ///
    /// @param resuming tells it what it has missed, and whether there was an offer in that
    public void returns(BooleanSupplier resuming) {
        room.locked(() -> {
            var offered = unanswered;
            if (!resuming.getAsBoolean() && !gone && offered != null) {
                listener.on(offered);
            }
        });
    }

    private List<Published> answered(String sdp) {
        try {
            return browser().answer(sdp);
        } catch (Answer.Unusable unusable) {
            throw new IllegalArgumentException(unusable);
        }
    }

    /// The client wants to get what another publishes; nothing happens when there is no such thing any more.
    public void subscribe(UserId publisher, Source source) {
        room.locked(() -> room.subscribe(this, new Wanted(publisher, source)));
    }

    public void unsubscribe(UserId publisher, Source source) {
        room.locked(() -> room.unsubscribe(this, new Wanted(publisher, source)));
    }

    /// Which layer of it the client wants, 0 the smallest.
    public void prefer(UserId publisher, Source source, int layer) {
        room.locked(() -> {
            String mid = getting.get(new Wanted(publisher, source));
            if (mid != null && !gone) {
                browser().prefer(mid, layer);
            }
        });
    }

    /// Whether the client wants to see them larger than the others.
    public void pin(UserId publisher, Source source, boolean pinned) {
        room.locked(() -> {
            String mid = getting.get(new Wanted(publisher, source));
            if (mid != null && !gone) {
                var otherwise = source == Source.SCREEN ? Priority.SCREEN : Priority.GRID;
                browser().prioritise(mid, pinned ? Priority.PINNED : otherwise);
            }
        });
    }

    /// How many cameras the client wants to see at most, beside those that it pinned: of those who spoke last.
    public void cameras(int most) {
        browser().cameras(most);
    }

    /// Speaks with priority from now on, or not any more, as far as the voice state allows it.
    public void prioritise(boolean wanted) {
        room.locked(() -> {
            wantsPriority = wanted;
            settlePriority(mayPrioritise);
        });
    }

    private void settlePriority(boolean allowed) {
        mayPrioritise = allowed;
        boolean now = wantsPriority && allowed;
        if (now != priority && !gone) {
            priority = now;
            peer().favour(now);
            if (speaking) {
                room.tellAll(speech());
            }
        }
    }

    SeatEvent speech() {
        return new SeatEvent.Speaking(user, speaking, speaking && priority);
    }

    /// A subscription came to a stop, or goes on again.
    void paused(int ssrc, boolean now) {
        if (line() instanceof Line.Browser(var peer)) {
            String mid = peer.section(ssrc);
            getting.forEach((it, at) -> {
                if (at.equals(mid)) {
                    listener.on(new SeatEvent.Paused(it.user(), it.source(), now));
                }
            });
        }
    }

    /// Gives the seat up; the place in the channel stays.
    public void leave() {
        room.leave(this, null);
    }

    /// A bot has learned its address, and is told the key.
    ///
    /// @throws IllegalArgumentException for a mode that nobody offered
    public byte[] select(InetSocketAddress address, String mode) {
        var known = VoiceMode.of(mode);
        if (known == null || !(line() instanceof Line.Bot(var bot))) {
            throw new IllegalArgumentException("no mode " + mode);
        }
        return bot.select(address, known);
    }

    /// Under which a bot sends; 0 for a browser.
    public int ssrc() {
        return line() instanceof Line.Bot(var bot) ? bot.ssrc() : 0;
    }

    /// As long as it is held, it is neither heard nor seen, and hears nothing.
    public void hold(boolean on) {
        held = on;
        var state = obeyed;
        var known = line;
        if (state != null && known != null) {
            limit(known.peer(), state);
        }
    }

    private void limit(Peer it, VoiceState state) {
        it.mute(Source.MICROPHONE, held || !state.speaks());
        it.mute(Source.CAMERA, held || !state.self().video());
        it.mute(Source.SCREEN, held || !state.self().stream());
        it.mute(Source.SCREEN_SOUND, held || !state.self().stream());
        it.deafen(held || !state.hears());
    }

    /// This gets what the seat sends, or nothing does any more.
    public void tap(@Nullable Tap tap) {
        peer().tap(tap);
    }

    public void tell(SeatEvent event) {
        listener.on(event);
    }

    public ChannelId channel() {
        return room.channel;
    }

    public boolean bot() {
        return line() instanceof Line.Bot;
    }

    Peer peer() {
        return line().peer();
    }

    Line line() {
        var it = line;
        if (it == null) {
            throw new IllegalStateException("A seat is taken before it is used");
        }
        return it;
    }

    /// @throws IllegalArgumentException when it is a bot's, which has no session description
    private BrowserPeer browser() {
        if (line() instanceof Line.Browser(var browser)) {
            return browser;
        }
        throw new IllegalArgumentException("only for browsers");
    }

    void taken(Line by) {
        line = by;
        published = by.peer().published();
    }

    /// What the voice state allows, now.
    void obey(VoiceState state) {
        var known = line;
        obeyed = state;
        if (known != null) {
            var it = known.peer();
            limit(it, state);
            room.locked(() -> settlePriority(state.say().priority() && state.speaks()));
        }
    }

    /// Says what has changed, unless the client still answers what was said before.
    void offer() {
        if (gone || unanswered != null || !(line() instanceof Line.Browser(var peer)) || !peer.changed()) {
            return;
        }
        var incoming = new ArrayList<SeatEvent.Incoming>();
        getting.forEach((it, mid) -> incoming.add(new SeatEvent.Incoming(mid, it.user(), it.source())));
        var outgoing = new ArrayList<SeatEvent.Outgoing>();
        sending.forEach((source, mid) -> outgoing.add(new SeatEvent.Outgoing(mid, source)));
        var offered = new SeatEvent.Offered(peer.offer(), incoming, outgoing);
        unanswered = offered;
        listener.on(offered);
    }

    @Nullable
    Published track(Source source) {
        return published.stream()
                .filter(it -> it.source() == source)
                .findFirst()
                .orElse(null);
    }

    /// What comes in this section; absent when nothing does. Asked for each packet that is recorded.
    public @Nullable Source source(String mid) {
        for (var it : published) {
            if (it.mid().equals(mid)) {
                return it.source();
            }
        }
        return null;
    }
}
