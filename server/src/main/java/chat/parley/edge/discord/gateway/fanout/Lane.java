package chat.parley.edge.discord.gateway.fanout;

import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.gateway.session.Session;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// One guild's tasks on a loop, in order, and how far what is being said has come.
final class Lane {
    private static final Session[] NOBODY = {};

    final ArrayDeque<Task> tasks = new ArrayDeque<>();
    /// What the first tasks say to the same sessions; nothing when that is not known yet.
    final List<Task.Say> saying = new ArrayList<>();
    Session[] audience = NOBODY;
    int told;

    /// The first task is to be said to those, and so is what follows as long as it is for the same.
    void begin(Session[] to) {
        audience = to;
        told = 0;
        for (var task : tasks) {
            if (saying.size() == Limits.FANOUT_GATHERED || !(task instanceof Task.Say say)) {
                return;
            }
            if (!saying.isEmpty() && !say.joins(saying.getFirst())) {
                return;
            }
            saying.add(say);
        }
    }

    /// All of the audience has heard it.
    void end() {
        saying.forEach(_ -> tasks.removeFirst());
        saying.clear();
        audience = NOBODY;
    }
}
