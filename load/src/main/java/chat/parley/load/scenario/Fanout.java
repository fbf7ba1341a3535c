package chat.parley.load.scenario;

import chat.parley.load.Latency;
import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Rounds;
import chat.parley.load.Scenario;
import chat.parley.load.crowd.Form;
import chat.parley.load.node.Api;
import chat.parley.load.node.Node;
import chat.parley.load.node.Town;
import chat.parley.load.profile.Recording;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/// One room, one sender, many sockets: how many deliveries a second, how late, and at which cost. Several forms
/// of frames are measured by turns, each in a room of its own where a process may hold that many sockets, and
/// one crowd after the other where it may not.
public final class Fanout implements Scenario {
    /// A process may hold 20,000 files on the smallest machines.
    private static final int SOCKETS_AT_ONCE = 15_000;

    private static final long LATEST_NS = 60_000_000_000L;

    @Override
    public Report run(Options options) throws Exception {
        int sockets = options.number("sockets", 1_000);
        var forms = Form.of(options.text("compress", "none"));
        boolean together = forms.size() * sockets <= SOCKETS_AT_ONCE;
        try (var node = Node.start(options);
                var api = new Api(node)) {
            var rooms = new ArrayList<Room>();
            try {
                var town = new Town(node, api, Town.peopleFor(sockets), 1);
                for (var form : forms) {
                    var own = together && !rooms.isEmpty() ? new Town(node, api, Town.peopleFor(sockets), 1) : town;
                    rooms.add(new Room(node, own, form, sockets, together));
                }
                return measured(node, rooms, options);
            } finally {
                for (var room : rooms) {
                    room.close();
                }
            }
        }
    }

    private static Report measured(Node node, List<Room> rooms, Options options) throws Exception {
        int seconds = options.number("seconds", 10);
        int sockets = options.number("sockets", 1_000);
        int rate = options.number("rate", Math.max(2, 20_000 / sockets));
        int warm = options.number("warm", Rounds.WARM_S);
        for (var room : rooms) {
            if (warm > 0) {
                room.round(rate, warm);
            }
        }
        var recording = Recording.begin(options, node.pid());
        for (int i = 0; i < options.number("rounds", 3); i++) {
            for (var room : rooms) {
                room.rounds().add(room.round(rate, seconds));
            }
        }
        var report =
                new Report().add("sockets", sockets).add("messages_per_s", rate).add("warmed_up_s", warm);
        for (var room : rooms) {
            tell(report, room, rooms);
        }
        recording.tell(report, "");
        return report.version("PostgreSQL", node.postgresVersion());
    }

    private static void tell(Report report, Room room, List<Room> rooms) {
        var figures = new Rounds<>(room.rounds());
        var prefix = rooms.size() == 1 ? "" : room.form().title + " ";
        var all = new Histogram(LATEST_NS, 3);
        room.rounds().forEach(it -> all.add(it.latency()));
        report.add(prefix + "deliveries_per_s", figures, Room.Round::perSecond)
                .add(prefix + "p50_ms", figures, Room.Round::p50Ms)
                .add(prefix + "p99_ms", figures, Room.Round::p99Ms)
                .latency(prefix + "latency_ms", Latency.open(all))
                .add(prefix + "jvm_cpu_us_per_delivery", figures, Room.Round::cpuUs)
                .add(prefix + "bytes_per_delivery", figures.median(Room.Round::bytes))
                .add(prefix + "lost_or_doubled", figures.median(Room.Round::wrong))
                .add(prefix + "rss_mb_with_sockets", figures.median(Room.Round::rssMb));
        if (room != rooms.getFirst()) {
            double first = new Rounds<>(rooms.getFirst().rounds()).median(Room.Round::cpuUs);
            report.add(prefix + "times_cpu_of_first", figures.median(Room.Round::cpuUs) / first);
        }
    }
}
