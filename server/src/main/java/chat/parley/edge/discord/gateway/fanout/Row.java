package chat.parley.edge.discord.gateway.fanout;

import chat.parley.edge.discord.gateway.fanout.Guest.Seat;
import chat.parley.edge.discord.gateway.session.Session;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Predicate;

/// Some who sit in a room. Who they are is asked of their seats; what they hear is told to their sessions, which an
/// event finds here without a look at seat and guest, because none of these is in the processor's cache.
final class Row {
    static final Row EMPTY = new Row(new Seat[0]);

    final Session[] sessions;
    private final Seat[] seats;

    private Row(Seat[] seats) {
        this.seats = seats;
        this.sessions = Arrays.stream(seats).map(Seat::session).toArray(Session[]::new);
    }

    static Row of(Collection<Seat> seats, Predicate<Seat> which) {
        return of(seats.stream().filter(which).toArray(Seat[]::new));
    }

    Row where(Predicate<Seat> which) {
        return of(Arrays.stream(seats).filter(which).toArray(Seat[]::new));
    }

    private static Row of(Seat[] seats) {
        return seats.length == 0 ? EMPTY : new Row(seats);
    }
}
