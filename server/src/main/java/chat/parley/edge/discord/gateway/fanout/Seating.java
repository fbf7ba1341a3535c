package chat.parley.edge.discord.gateway.fanout;

import chat.parley.base.id.UserId;
import chat.parley.channel.View;
import chat.parley.edge.discord.gateway.event.Audience;
import chat.parley.edge.discord.gateway.event.Words;
import chat.parley.edge.discord.gateway.fanout.Guest.Seat;
import chat.parley.edge.discord.gateway.session.Intents;
import chat.parley.edge.discord.gateway.session.Session;
import chat.parley.edge.discord.gateway.wire.Burst;
import chat.parley.edge.discord.gateway.wire.CloseCode;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import chat.parley.edge.discord.gateway.wire.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sessions that live on one event loop, and where they sit. Belongs to the loop.
public final class Seating {
    private static final Session[] NOBODY = {};

    private final Outbox outbox;
    private final Sightings sightings;
    private final Registry registry;
    private final Map<Session, Guest> guests = new HashMap<>();
    private final Map<UserId, List<Guest>> byUser = new HashMap<>();
    private final Map<Long, Room> rooms = new HashMap<>();

    Seating(Burst burst, Registry registry, Words words) {
        this.outbox = new Outbox(burst, registry);
        this.sightings = new Sightings(outbox, words);
        this.registry = registry;
    }

    void handle(Task task) {
        switch (task) {
            case Task.Arrive(var session) -> guest(session);
            case Task.Enter(var session, var view) -> enter(session, view);
            case Task.Open(var session, var cuts, var opening) -> open(session, cuts, opening);
            case Task.Join(var view, var welcomes) -> welcomes.forEach((it, welcome) -> join(it, view, welcome));
            case Task.Part part -> part(part);
            case Task.Watch(var guild, var session, var members) -> watch(session, guild.value(), members);
            case Task.Look(var view) -> {
                var room = rooms.get(task.lane());
                if (room != null) {
                    room.advance(view, null, sightings);
                }
            }
            case Task.Tell(var user, var dispatch) ->
                of(user).forEach(it -> outbox.add(it.session, Task.NO_GUILD, dispatch));
            case Task.Answer(var session, var dispatch) -> {
                if (guests.containsKey(session)) {
                    outbox.add(session, Task.NO_GUILD, dispatch);
                }
            }
            case Task.Revoke(var user, var login) ->
                of(user).stream()
                        .filter(it -> it.session.caller().session().equals(login))
                        .forEach(it -> end(it.session, CloseCode.AUTHENTICATION_FAILED));
            case Task.Say say -> {
                var audience = audience(say);
                tell(List.of(say), audience, 0, audience.length, false);
                told(say);
            }
        }
    }

    /// Who is to hear it. What concerns a channel is judged by the guild as it became through this event; what
    /// concerns the whole guild is said first, so that a client knows a role before the channels that the role
    /// opens.
    Session[] audience(Task.Say say) {
        var room = rooms.get(say.lane());
        if (room == null) {
            return NOBODY;
        }
        var audience = say.delivery().audience();
        if (audience instanceof Audience.StillSeeing(var channel)) {
            var before = room.of(audience);
            room.advance(say.view(), say.only(), sightings);
            return before.where(it -> Sight.sees(it.visible, channel)).sessions;
        }
        if (ofChannel(audience)) {
            room.advance(say.view(), say.only(), sightings);
        }
        return room.of(audience).sessions;
    }

    /// Says one thing after the other to each.
    ///
    /// @param gathered whether that is all that can be gathered for one writing in this turn
    void tell(List<Task.Say> saying, Session[] audience, int from, int to, boolean gathered) {
        for (int i = from; i < to; i++) {
            var session = audience[i];
            boolean any = false;
            for (int k = 0; k < saying.size(); k++) {
                var delivery = saying.get(k).delivery();
                if (!session.ended() && session.wants(delivery.intents())) {
                    session.add(delivery.guild().value(), delivery.wording().to(session));
                    any = true;
                }
            }
            if (any && gathered) {
                outbox.writeNow(session, this::end);
            } else if (any) {
                outbox.touch(session);
            }
        }
    }

    void told(Task.Say say) {
        var room = rooms.get(say.lane());
        if (room != null) {
            room.advance(say.view(), say.only(), sightings);
        }
    }

    /// Writes what waits, once for each session.
    void writeDirty() {
        sightings.forget();
        outbox.write(this::end);
    }

    /// A first connection carries the session from now on.
    public void attach(Session session, Socket socket) {
        session.attach(socket);
        if (guests.containsKey(session) && session.begun()) {
            registry.connected(session);
            outbox.touch(session);
        }
    }

    /// A later connection takes it up; the earlier one, which may look alive although it is not, is closed.
    public Session.TakeUp resume(Session session, Socket socket, long seq) {
        if (!guests.containsKey(session) || session.ended()) {
            return Session.TakeUp.TOO_LATE;
        }
        var earlier = session.socket();
        var outcome = session.resume(socket, seq);
        if (outcome == Session.TakeUp.RESUMED) {
            if (earlier != null) {
                earlier.close(CloseCode.SESSION_TIMED_OUT);
            }
            registry.connected(session);
            outbox.touch(session);
        } else if (outcome == Session.TakeUp.TOO_LATE) {
            end(session, CloseCode.SESSION_TIMED_OUT);
        }
        return outcome;
    }

    /// A connection is gone. Nothing changes when another has taken its place already.
    public void detach(Session session, Socket socket, long now) {
        if (socket.equals(session.socket())) {
            session.detach(now);
            registry.disconnected(session);
        }
    }

    /// The socket takes data again.
    public void writable(Session session) {
        if (guests.containsKey(session)) {
            outbox.touch(session);
        }
    }

    /// Ends sessions to which nobody came back.
    public void tick(long now) {
        guests.keySet().stream()
                .filter(it -> it.expired(now))
                .toList()
                .forEach(it -> end(it, CloseCode.SESSION_TIMED_OUT));
    }

    /// Ends a session for good.
    public void end(Session session, CloseCode code) {
        var guest = guests.remove(session);
        if (guest == null) {
            return;
        }
        var socket = session.socket();
        if (socket != null) {
            socket.close(code);
        }
        session.end();
        registry.ended(session);
        guest.seats.clear().forEach(this::leave);
        byUser.computeIfPresent(session.caller().id(), (_, all) -> {
            all.remove(guest);
            return all.isEmpty() ? null : all;
        });
    }

    public int sessions() {
        return guests.size();
    }

    private void enter(Session session, View view) {
        var guest = guest(session);
        if (guest == null) {
            registry.left(view.guild().id());
            return;
        }
        long guild = view.guild().id().value();
        var older = guest.seats.remove(guild);
        if (older != null) {
            // They joined after the session arrived and before the cut, which is newer and goes into READY.
            leave(older);
            session.forgetHeld(guild);
        }
        sit(guest, view);
        guest.cuts++;
        openIfComplete(guest);
    }

    private void join(Session session, View view, List<Dispatch> welcome) {
        var guest = guest(session);
        if (guest == null || guest.seats.in(view.guild().id().value()) != null) {
            registry.left(view.guild().id());
            return;
        }
        if (session.intents().include(Intents.GUILDS)) {
            welcome.forEach(it -> outbox.add(session, view.guild().id().value(), it));
        }
        sit(guest, view);
    }

    private void sit(Guest guest, View view) {
        var room = rooms.computeIfAbsent(view.guild().id().value(), _ -> new Room(view));
        var seat = room.enter(guest, view);
        guest.seats.add(seat);
        room.catchUp(seat, view, sightings);
    }

    private void part(Task.Part part) {
        var room = rooms.get(part.lane());
        var leaving = part.user() == null ? List.copyOf(guests.values()) : of(part.user());
        if (room == null) {
            return;
        }
        for (var guest : leaving) {
            var seat = guest.seats.remove(part.lane());
            if (seat != null) {
                leave(seat);
                if (guest.session.intents().include(part.intents())) {
                    outbox.add(guest.session, part.lane(), part.farewell());
                }
            }
        }
    }

    private void open(Session session, int cuts, List<Dispatch> opening) {
        var guest = guest(session);
        if (guest != null) {
            guest.cutsExpected = cuts;
            guest.opening = opening;
            openIfComplete(guest);
        }
    }

    private void openIfComplete(Guest guest) {
        var opening = guest.opening;
        if (opening != null && guest.cuts == guest.cutsExpected) {
            guest.opening = null;
            guest.session.begin(opening);
            registry.begun(guest.session);
            outbox.touch(guest.session);
        }
    }

    private void watch(Session session, long guild, long[] members) {
        var guest = guests.get(session);
        var seat = guest == null ? null : guest.seats.in(guild);
        if (seat != null) {
            seat.room.watch(seat, members);
        }
    }

    private @Nullable Guest guest(Session session) {
        if (session.ended()) {
            return null;
        }
        var known = guests.get(session);
        if (known != null) {
            return known;
        }
        var guest = new Guest(session);
        guests.put(session, guest);
        byUser.computeIfAbsent(session.caller().id(), _ -> new ArrayList<>(1)).add(guest);
        return guest;
    }

    private List<Guest> of(UserId user) {
        return new ArrayList<>(byUser.getOrDefault(user, List.of()));
    }

    private void leave(Seat seat) {
        seat.room.leave(seat);
        registry.left(seat.room.guild);
        if (seat.room.empty()) {
            rooms.remove(seat.room.guild.value());
        }
    }

    private static boolean ofChannel(Audience audience) {
        return switch (audience) {
            case Audience.Seeing _,
                    Audience.SeeingHolders _,
                    Audience.SeeingSelf _,
                    Audience.SeeingOthers _,
                    Audience.SeeingFirst _,
                    Audience.StillSeeing _ -> true;
            case Audience.Members _,
                    Audience.Others _,
                    Audience.Self _,
                    Audience.Device _,
                    Audience.Holders _,
                    Audience.Watchers _ -> false;
        };
    }
}
