package chat.parley.load.sfu.plain;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Rounds;
import chat.parley.load.Scenario;
import chat.parley.load.profile.Recording;
import chat.parley.load.sfu.unit.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// What forwarding itself costs, for speech, for the bursts of video, and for four times as much video. Those who
/// receive look every millisecond: being woken by each packet costs the sender, which no packet does that leaves the
/// machine.
public final class Plain implements Scenario {
    private static final int RUSH = 4;
    private static final int WARM_S = 5;

    /// @param rounds of each pipe, by its name
    private record Load(String name, Pipe.Act act, Map<String, List<Pipe.Round>> rounds) {
        Load(String name, Pipe.Act act) {
            this(name, act, new LinkedHashMap<>());
        }

        void play(Pipe pipe) throws IOException {
            rounds.computeIfAbsent(pipe.name(), _ -> new ArrayList<>()).add(pipe.round(act));
        }

        Rounds<Pipe.Round> of(Pipe pipe) {
            return new Rounds<>(rounds.getOrDefault(pipe.name(), List.of()));
        }
    }

    @Override
    public Report run(Options options) throws Exception {
        int count = options.number("subscribers", 100);
        int rate = options.number("rate", 50);
        int seconds = options.number("seconds", 10);
        var report = new Report().add("subscribers", count).add("rate", rate);
        var loads = List.of(
                new Load("speech", (it, round) -> it.speak(round, rate, seconds)),
                new Load("video", (it, round) -> it.show(round, rate, seconds)),
                new Load("rush", (it, round) -> it.show(round, RUSH * rate, seconds)));
        var pipes = new ArrayList<Pipe>();
        try {
            for (var forwarder : forwarders(options, report)) {
                pipes.add(new Pipe(forwarder, count, options.number("look", 1)));
            }
            int warm = Math.max(WARM_S, seconds);
            for (var pipe : pipes) {
                pipe.round((it, round) -> it.show(round, RUSH * rate, warm));
                pipe.round((it, round) -> it.speak(round, RUSH * rate, warm));
            }
            for (var pipe : pipes) {
                report.add(pipe.name() + " idle_core_percent", 100 * pipe.idle(seconds));
            }
            var recording = Recording.begin(options, pipes.getFirst().process().pid());
            for (int i = 0; i < options.number("rounds", 3); i++) {
                for (var load : loads) {
                    for (var pipe : pipes) {
                        load.play(pipe);
                    }
                }
            }
            recording.tell(report, "");
            loads.forEach(load -> tell(report, load, pipes));
            return report;
        } finally {
            for (var pipe : pipes) {
                pipe.close();
            }
        }
    }

    private static List<Forwarder> forwarders(Options options, Report report) throws IOException {
        var all = new ArrayList<Forwarder>();
        all.add(OurForwarder.sealing());
        all.add(OurForwarder.bare());
        Path peers = Units.folder(options.text("peers", ""));
        if (Files.exists(peers.resolve(Units.MEDIASOUP))) {
            all.add(Mediasoup.in(peers));
        } else {
            report.add("mediasoup", "not there: see load/peers/sfu.sh");
        }
        return all;
    }

    private static void tell(Report report, Load load, List<Pipe> pipes) {
        var ours = load.of(pipes.getFirst());
        for (var pipe : pipes) {
            var rounds = load.of(pipe);
            var name = pipe.name() + " " + load.name() + "_";
            report.add(name + "packets_per_s", rounds.median(Pipe.Round::perSecond))
                    .add(name + "cpu_us_per_packet", rounds.median(Pipe.Round::cpuUs))
                    .add(name + "cpu_us_per_packet_spread", rounds.spread(Pipe.Round::cpuUs))
                    .add(name + "core_percent", rounds.median(it -> 100 * it.cores()))
                    .add(name + "p50_ms", rounds.median(Pipe.Round::p50Ms))
                    .add(name + "p99_ms", rounds.median(Pipe.Round::p99Ms))
                    .add(name + "last_p50_ms", rounds.median(Pipe.Round::last50Ms))
                    .add(name + "last_p99_ms", rounds.median(Pipe.Round::last99Ms))
                    .add(name + "missing", rounds.median(Pipe.Round::missing))
                    .add(name + "not_opened", (double) pipe.broken());
            if (!pipe.equals(pipes.getFirst())) {
                var pair = pipe.name() + " " + load.name() + "_";
                report.add("Parley / " + pair + "cpu", ratio(ours, rounds, Pipe.Round::cpuUs))
                        .add("Parley - " + pair + "p50_ms", excess(ours, rounds, Pipe.Round::p50Ms))
                        .add("Parley - " + pair + "last_p99_ms", excess(ours, rounds, Pipe.Round::last99Ms));
            }
        }
    }

    private static double excess(
            Rounds<Pipe.Round> ours, Rounds<Pipe.Round> theirs, ToDoubleFunction<Pipe.Round> figure) {
        return ours.median(figure) - theirs.median(figure);
    }

    private static double ratio(
            Rounds<Pipe.Round> ours, Rounds<Pipe.Round> theirs, ToDoubleFunction<Pipe.Round> figure) {
        return ours.median(figure) / theirs.median(figure);
    }
}
