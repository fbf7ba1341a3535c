package chat.parley.voice.room;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.UserId;
import chat.parley.media.net.PeerEvent;
import chat.parley.media.net.Published;
import chat.parley.media.net.Source;
import chat.parley.voice.room.Seat.Wanted;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One channel's seats. Everybody gets every microphone without asking, the rest by wish. The lock guards all of it;
/// whoever holds it may wait for the media loop, which never takes it.
final class Room {
    final ChannelId channel;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<UserId, Seat> seats = new LinkedHashMap<>();
    private @Nullable UserId floor;

    private final @Nullable Attendant attendant;

    Room(ChannelId channel, @Nullable Attendant attendant) {
        this.channel = channel;
        this.attendant = attendant;
    }

    void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    /// Tells the newcomer of all and all of the newcomer. Who has a seat here already loses the one that they asked for
    /// earlier, which may be this.
    void enter(Seat seat) {
        locked(() -> {
            var known = seats.get(seat.user);
            if (known != null && known.arrival > seat.arrival) {
                seat.gone = true;
                seat.peer().leave();
                seat.listener.on(new SeatEvent.Unseated(SeatEvent.Why.REPLACED));
                return;
            }
            if (known != null) {
                leave(known, SeatEvent.Why.REPLACED);
            }
            if (attendant != null) {
                attendant.coming(seat);
            }
            for (var other : seats.values()) {
                seat.listener.on(new SeatEvent.Came(other.user));
                other.listener.on(new SeatEvent.Came(seat.user));
                if (!other.published.isEmpty()) {
                    seat.listener.on(new SeatEvent.Tracks(other.user, other.published));
                }
                subscribed(seat, new Wanted(other.user, Source.MICROPHONE), other);
                if (other.speaking) {
                    seat.listener.on(other.speech());
                }
            }
            var holder = floor;
            if (holder != null && seats.containsKey(holder)) {
                seat.listener.on(new SeatEvent.Floor(holder));
            }
            seats.put(seat.user, seat);
            if (!seat.published.isEmpty()) {
                var now = seat.published;
                seat.published = List.of();
                published(seat, now);
            }
            seat.offer();
        });
    }

    /// @param why said to the client; absent when it left by itself
    void leave(Seat seat, SeatEvent.@Nullable Why why) {
        locked(() -> {
            if (seat.gone) {
                return;
            }
            seat.gone = true;
            seats.remove(seat.user, seat);
            if (attendant != null) {
                attendant.went(seat);
            }
            seat.peer().leave();
            if (why != null) {
                seat.listener.on(new SeatEvent.Unseated(why));
            }
            for (var other : seats.values()) {
                List.copyOf(other.getting.keySet()).stream()
                        .filter(it -> it.user().equals(seat.user))
                        .forEach(it -> dropped(other, it));
                other.listener.on(new SeatEvent.Went(seat.user));
                other.offer();
            }
            seat.getting.keySet().forEach(it -> tellViewers(it.user(), it.source()));
        });
    }

    /// What a client sends now.
    void published(Seat seat, List<Published> now) {
        var before = seat.published;
        if (before.equals(now)) {
            return;
        }
        seat.published = now;
        if (attendant != null) {
            attendant.sends(seat);
        }
        for (var other : seats.values()) {
            if (other.equals(seat)) {
                continue;
            }
            other.listener.on(new SeatEvent.Tracks(seat.user, now));
            for (var it : before) {
                if (!now.contains(it)) {
                    dropped(other, new Wanted(seat.user, it.source()));
                }
            }
            subscribed(/* seat= */ other, new Wanted(seat.user, Source.MICROPHONE), /* publisher= */ seat);
            other.offer();
        }
    }

    void subscribe(Seat seat, Wanted wanted) {
        var publisher = seats.get(wanted.user());
        if (!seat.gone && publisher != null && !publisher.equals(seat)) {
            subscribed(seat, wanted, publisher);
            seat.offer();
        }
    }

    void unsubscribe(Seat seat, Wanted wanted) {
        if (!seat.gone) {
            dropped(seat, wanted);
            seat.offer();
        }
    }

    /// An event of a peer, which may come late.
    void happened(Seat seat, PeerEvent event) {
        locked(() -> {
            if (seat.gone) {
                return;
            }
            switch (event) {
                case PeerEvent.Connected(var cipher) -> seat.listener.on(new SeatEvent.Connected(cipher));
                case PeerEvent.Speaking(var mid, var speaking) -> {
                    if (seat.source(mid) == Source.MICROPHONE) {
                        seat.spokeNanos = System.nanoTime();
                        seat.speaking = speaking;
                        tellAll(seat.speech());
                    }
                }
                case PeerEvent.Floor _ -> {
                    floor = seat.user;
                    tellAll(new SeatEvent.Floor(seat.user));
                }
                case PeerEvent.Paused(int ssrc, var paused) -> seat.paused(ssrc, paused);
                case PeerEvent.LayersWanted(var mid, var layer) -> {
                    var source = seat.source(mid);
                    if (source != null) {
                        seat.listener.on(new SeatEvent.LayersWanted(source, layer));
                    }
                }
                case PeerEvent.Began _ -> {}
                case PeerEvent.KeysFailed _, PeerEvent.Lost _ -> leave(seat, SeatEvent.Why.LOST);
            }
        });
    }

    void tellAll(SeatEvent event) {
        seats.values().forEach(it -> it.listener.on(event));
    }

    boolean empty() {
        lock.lock();
        try {
            return seats.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void subscribed(Seat seat, Wanted wanted, Seat publisher) {
        var track = publisher.track(wanted.source());
        if (track != null && !seat.getting.containsKey(wanted) && seat.line().takes(wanted.source())) {
            String name = seat.line().get(publisher.peer(), track);
            seat.getting.put(wanted, name);
            if (seat.line() instanceof Line.Bot) {
                seat.listener.on(new SeatEvent.Numbered(wanted.user(), Integer.parseUnsignedInt(name)));
            }
            tellViewers(wanted.user(), wanted.source());
        }
    }

    private void dropped(Seat seat, Wanted wanted) {
        String mid = seat.getting.remove(wanted);
        if (mid != null) {
            seat.line().drop(mid);
            tellViewers(wanted.user(), wanted.source());
        }
    }

    private void tellViewers(UserId publisher, Source source) {
        var seat = seats.get(publisher);
        if (seat != null && source == Source.SCREEN) {
            var viewers = new HashSet<UserId>();
            for (var it : seats.values()) {
                if (it.getting.containsKey(new Wanted(publisher, source))) {
                    viewers.add(it.user);
                }
            }
            seat.listener.on(new SeatEvent.Viewers(source, viewers));
        }
    }
}
