package chat.parley.edge.discord.gateway.fanout;

import chat.parley.edge.discord.gateway.fanout.Guest.Seat;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where one session sits, by guild: an array in the order of the guilds' numbers, as long as there are seats,
/// because most sessions have a few and there are thousands of sessions. Belongs to the loop.
final class Seats {
    private static final Seat[] NONE = {};

    private Seat[] seats = NONE;

    @Nullable
    Seat in(long guild) {
        int at = find(guild);
        return at < 0 ? null : seats[at];
    }

    /// Takes a seat in a guild in which there is none.
    void add(Seat seat) {
        int at = -find(seat.room.guild.value()) - 1;
        var more = new Seat[seats.length + 1];
        System.arraycopy(seats, 0, more, 0, at);
        more[at] = seat;
        System.arraycopy(seats, at, more, at + 1, seats.length - at);
        seats = more;
    }

    /// Gives the seat in a guild up, and tells which it was.
    @Nullable
    Seat remove(long guild) {
        int at = find(guild);
        if (at < 0) {
            return null;
        }
        var left = seats[at];
        var fewer = seats.length == 1 ? NONE : Arrays.copyOf(seats, seats.length - 1);
        System.arraycopy(seats, at + 1, fewer, at, seats.length - at - 1);
        seats = fewer;
        return left;
    }

    /// Gives all up, and tells which they were.
    List<Seat> clear() {
        var all = List.of(seats);
        seats = NONE;
        return all;
    }

    /// As `Arrays.binarySearch`.
    private int find(long guild) {
        int low = 0;
        int high = seats.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = seats[middle].room.guild.value();
            if (there == guild) {
                return middle;
            }
            if (there < guild) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
