package chat.parley.load.peer;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Rounds;
import chat.parley.load.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// One room, one speaker, many listeners, on Parley and on every other server that is there, by turns. The CPU time of
/// the server for each delivery is the figure to compare: the reader shares the machine's cores with it.
public final class Peers implements Scenario {
    /// A process may hold 20,000 files on the smallest machines, and ours holds the listeners of all.
    private static final int SOCKETS_AT_ONCE = 15_000;

    private final Function<Path, List<Starting>> others;
    private final int usualSockets;
    private final int usualRate;

    private Peers(Function<Path, List<Starting>> others, int usualSockets, int usualRate) {
        this.others = others;
        this.usualSockets = usualSockets;
        this.usualRate = usualRate;
    }

    /// Those that keep nothing.
    public static Peers brokers() {
        return new Peers(Brokers::in, 1_000, 20);
    }

    /// Those that keep what is said, as Parley does.
    public static Peers chats() {
        return new Peers(Chats::in, 100, 10);
    }

    @Override
    public Report run(Options options) throws Exception {
        int sockets = options.number("sockets", usualSockets);
        int rate = options.number("rate", usualRate);
        var folder = options.peers();
        int warm = options.number("warm", Rounds.WARM_S);
        var report = new Report()
                .versions(folder.resolve("versions"))
                .add("receivers", sockets)
                .add("messages_per_s", rate)
                .add("warmed_up_s", warm);
        var courses = new ArrayList<Course>();
        try {
            courses.add(new Course(new Ours(options, sockets), sockets));
            for (var other : others.apply(folder)) {
                var peer = other.begin(folder);
                peer.ifPresent(it -> courses.add(new Course(it, sockets)));
                if (peer.isEmpty()) {
                    report.add(other.name(), "not there: see load/peers/get.sh");
                }
            }
            boolean staying = courses.size() * sockets <= SOCKETS_AT_ONCE;
            for (int i = 0; i < options.number("rounds", 3); i++) {
                for (var course : courses) {
                    course.round(rate, options.number("seconds", 10), i == 0 ? warm : 0, staying);
                }
            }
        } finally {
            for (var course : courses) {
                course.close();
            }
        }
        courses.forEach(it -> it.tell(report, courses.getFirst()));
        return report;
    }
}
