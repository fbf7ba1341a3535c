package chat.parley.load.sfu;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Rounds;
import chat.parley.load.Scenario;
import chat.parley.load.profile.Recording;
import chat.parley.load.sfu.unit.Ours;
import java.util.ArrayList;

/// Rooms in which many speak at once, as after a goal: what the forwarding unit takes of a core, and how late words
/// are. Only the loudest of a room are sent on.
public final class Microphones implements Scenario {
    private static final int PEOPLE = 100;
    /// A compiler that is still at work costs as much as several of those who speak.
    private static final int WARM_S = 15;

    @Override
    public Report run(Options options) throws Exception {
        int rooms = options.number("rooms", 1);
        int people = options.number("people", PEOPLE);
        int open = Math.min(people, options.number("open", people));
        int seconds = options.number("seconds", 10);
        boolean feedback = !options.text("feedback", "on").equals("off");
        var report =
                new Report().add("rooms", rooms).add("people_in_each", people).add("open_in_each", open);
        try (var unit = new Ours()) {
            var before = unit.heapKb();
            try (var crowd = new Rooms(unit, rooms, people, open, feedback)) {
                crowd.talk(options.number("warm", WARM_S));
                double heap = unit.heapKb().getAsDouble() - before.getAsDouble();
                report.add("heap_kb_per_participant", heap / crowd.people());
                var recording = Recording.begin(options, unit.forwarder().pid());
                var rounds = new ArrayList<Rooms.Round>();
                for (int i = 0; i < options.number("rounds", 3); i++) {
                    rounds.add(crowd.talk(seconds));
                }
                recording.tell(report, "");
                tell(report, new Rounds<>(rounds));
            }
        }
        return report;
    }

    private static void tell(Report report, Rounds<Rooms.Round> rounds) {
        report.add("in_packets_per_s", rounds.median(Rooms.Round::inPerSecond))
                .add("out_packets_per_s", rounds.median(Rooms.Round::outPerSecond))
                .add("gated_packets_per_s", rounds.median(Rooms.Round::gatedPerSecond))
                .add("core_percent", rounds.median(it -> 100 * it.cores()))
                .add("core_percent_spread", rounds.spread(it -> 100 * it.cores()))
                .add("cpu_us_per_packet_out", rounds.median(Rooms.Round::cpuUs))
                .add("p50_ms", rounds.median(Rooms.Round::p50Ms))
                .add("p99_ms", rounds.median(Rooms.Round::p99Ms))
                .add("last_p99_ms", rounds.median(Rooms.Round::last99Ms))
                .add("missing", rounds.median(Rooms.Round::missing));
    }
}
