package chat.parley.edge.discord.gateway.fanout;

import chat.parley.edge.discord.gateway.fanout.Guest.Seat;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// One guild's tasks on a loop, in order, and how far the first one has come.
final class Lane {
    final ArrayDeque<Task> tasks = new ArrayDeque<>();
    /// Whom the first task is being told to, once that is known.
    Seat @Nullable [] audience;
    int told;

    /// The first task is done.
    void next() {
        tasks.removeFirst();
        audience = null;
        told = 0;
    }
}
