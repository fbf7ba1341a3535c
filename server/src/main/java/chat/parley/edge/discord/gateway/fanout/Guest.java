package chat.parley.edge.discord.gateway.fanout;

import chat.parley.edge.discord.gateway.session.Session;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A session as its event loop knows it: where it sits. Belongs to the loop.
final class Guest {
    final Session session;
    final Seats seats = new Seats();
    /// Cuts that have arrived; READY follows when all have.
    int cuts;
    int cutsExpected = -1;

    @Nullable
    List<Dispatch> opening;

    Guest(Session session) {
        this.session = session;
    }

    /// A session's place in a guild.
    static final class Seat {
        final Guest guest;
        final Room room;
        /// Sorted ids of the channels that the client knows.
        long[] visible;
        /// Sorted ids of the members whose presence the client was shown, in a large guild.
        long[] watched = Sight.NOTHING;

        Seat(Guest guest, Room room, long[] visible) {
            this.guest = guest;
            this.room = room;
            this.visible = visible;
        }

        Session session() {
            return guest.session;
        }
    }
}
