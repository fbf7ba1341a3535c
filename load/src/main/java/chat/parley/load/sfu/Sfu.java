package chat.parley.load.sfu;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Rounds;
import chat.parley.load.Scenario;
import chat.parley.load.profile.Recording;
import chat.parley.load.sfu.plain.Plain;
import chat.parley.load.sfu.unit.Units;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// One publisher and many subscribers in a call: what forwarding a packet costs and how late it makes it, for speech
/// and for the bursts of video; with `--peers` on other forwarding units too, by turns. With `--plain` the way of
/// packets alone.
public final class Sfu implements Scenario {
    private static final int WARM_S = 5;

    @Override
    public Report run(Options options) throws Exception {
        if (options.has("plain")) {
            return new Plain().run(options);
        }
        int count = options.number("subscribers", 100);
        int rate = options.number("rate", 50);
        int seconds = options.number("seconds", 10);
        var report = new Report().add("subscribers", count).add("rate", rate);
        var calls = new ArrayList<Call>();
        try {
            int look = options.number("look", 0);
            int warm = options.number("warm", Math.max(WARM_S, seconds / 2));
            boolean feedback = !options.text("feedback", "on").equals("off");
            calls.add(Call.open(Units.ours(), count, feedback, look));
            if (options.has("before")) {
                calls.add(Call.open(Units.before(options.text("before", "")), count, feedback, look));
            }
            if (options.has("peers")) {
                report.versions(Units.folder(options.text("peers", "")).resolve("versions.calls"));
                for (var peer :
                        Units.peers(options.text("peers", ""), report::add).entrySet()) {
                    try {
                        calls.add(Call.open(peer.getValue().call(), count, feedback, look));
                    } catch (IOException | IllegalStateException failure) {
                        report.add(peer.getKey(), "does not take part: " + failure + ", " + failure.getCause());
                    }
                }
            }
            try (var _ = new Keeper(calls)) {
                for (var call : calls) {
                    call.warm(rate, warm);
                    call.weigh();
                }
                var recording = Recording.begin(
                        options, calls.getFirst().unit.forwarder().pid());
                for (int i = 0; i < options.number("rounds", 3); i++) {
                    for (var call : calls) {
                        call.speech.add(call.speak(rate, seconds));
                        call.video.add(call.show(rate, seconds));
                    }
                }
                recording.tell(report, "");
            }
            tell(report, calls);
            return report;
        } finally {
            for (var call : calls) {
                call.close();
            }
        }
    }

    private static void tell(Report report, List<Call> calls) {
        for (var call : calls) {
            var name = calls.size() == 1 ? "" : call.unit.name() + " ";
            report.add(name + "joins_per_s", call.joinsPerSecond())
                    .add(name + "rss_kb_per_participant", call.rssKbEach());
            call.heapKbEach().ifPresent(it -> report.add(name + "heap_kb_per_participant", it));
            figures(report, name + "audio_", new Rounds<>(call.speech));
            figures(report, name + "video_", new Rounds<>(call.video));
            if (call != calls.getFirst()) {
                ratio(report, "audio", calls.getFirst(), call, it -> it.speech);
                ratio(report, "video", calls.getFirst(), call, it -> it.video);
            }
        }
    }

    private static void ratio(
            Report report, String kind, Call ours, Call theirs, Function<Call, List<Call.Round>> rounds) {
        double mine = new Rounds<>(rounds.apply(ours)).median(Call.Round::cpuUs);
        double other = new Rounds<>(rounds.apply(theirs)).median(Call.Round::cpuUs);
        report.add("Parley / " + theirs.unit.name() + " " + kind + "_cpu", mine / other);
    }

    private static void figures(Report report, String prefix, Rounds<Call.Round> rounds) {
        figure(report, prefix + "packets_per_s", rounds, Call.Round::perSecond);
        figure(report, prefix + "cpu_us_per_packet", rounds, Call.Round::cpuUs);
        report.add(prefix + "cpu_us_per_packet_spread", rounds.spread(Call.Round::cpuUs));
        figure(report, prefix + "p50_ms", rounds, Call.Round::p50Ms);
        figure(report, prefix + "p99_ms", rounds, Call.Round::p99Ms);
        figure(report, prefix + "last_p50_ms", rounds, Call.Round::last50Ms);
        figure(report, prefix + "last_p99_ms", rounds, Call.Round::last99Ms);
        figure(report, prefix + "missing", rounds, Call.Round::missing);
        if (rounds.median(it -> it.stayedMs().length) > 0) {
            figure(report, prefix + "inside_p50_ms", rounds, it -> it.stayedMs()[0]);
            figure(report, prefix + "inside_p99_ms", rounds, it -> it.stayedMs()[1]);
        }
    }

    private static void figure(
            Report report, String name, Rounds<Call.Round> rounds, ToDoubleFunction<Call.Round> figure) {
        report.add(name, rounds.median(figure));
    }
}
