package chat.parley.load.sfu;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Rounds;
import chat.parley.load.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/// One publisher and many subscribers in a call: what forwarding a packet costs and how late it makes it, for speech
/// and
/// for the bursts of video.
public final class Sfu implements Scenario {
    private static final int AT_ONCE = 32;
    private static final long DRAIN_NS = 2_000_000_000L;
    private static final int QUIET_MS = 300;

    private record Round(
            double perSecond,
            double cpuUs,
            double p50Ms,
            double p99Ms,
            double last50Ms,
            double last99Ms,
            double missing) {}

    private interface Act {
        int play(int round) throws IOException;
    }

    @Override
    public Report run(Options options) throws Exception {
        int count = options.number("subscribers", 100);
        int rate = options.number("rate", 50);
        int seconds = options.number("seconds", 10);
        var people = new ArrayList<Person>();
        try (var node = new MediaNode()) {
            var publisher = Publisher.join(node);
            // Its first joins pay for the start of the process.
            enter(node, AT_ONCE).forEach(it -> leave(node, it));
            double rss = node.rssKb();
            double heap = node.heapKb();
            long start = System.nanoTime();
            people.addAll(enter(node, count));
            double joins = count * 1e9 / (System.nanoTime() - start);
            var report = new Report().add("subscribers", count).add("joins_per_s", joins);
            subscribe(node, publisher, people);
            try (var audience = new Audience(people)) {
                int warm = Math.max(2, seconds / 2);
                round(node, audience, count, it -> publisher.speak(it, rate, warm));
                round(node, audience, count, it -> publisher.show(it, rate, warm));
                report.add("heap_kb_per_participant", (node.heapKb() - heap) / count)
                        .add("rss_kb_per_participant", (node.rssKb() - rss) / count);
                var speech = new ArrayList<Round>();
                var video = new ArrayList<Round>();
                for (int i = 0; i < options.number("rounds", 3); i++) {
                    speech.add(round(node, audience, count, it -> publisher.speak(it, rate, seconds)));
                    video.add(round(node, audience, count, it -> publisher.show(it, rate, seconds)));
                }
                figures(report, "audio", new Rounds<>(speech));
                figures(report, "video", new Rounds<>(video));
            }
            return report;
        } finally {
            for (var person : people) {
                person.close();
            }
        }
    }

    private static List<Person> enter(MediaNode node, int count) throws ExecutionException, InterruptedException {
        var joining = new ArrayList<Future<Person>>();
        var turns = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                joining.add(threads.submit(() -> {
                    turns.acquire();
                    try {
                        return Person.join(node);
                    } finally {
                        turns.release();
                    }
                }));
            }
        }
        var people = new ArrayList<Person>();
        for (var it : joining) {
            people.add(it.get());
        }
        return people;
    }

    private static void leave(MediaNode node, Person person) {
        try {
            var _ = node.ask("leave " + person.id());
            person.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void subscribe(MediaNode node, Publisher publisher, List<Person> people) throws IOException {
        for (var person : people) {
            for (var mid : List.of(Publisher.VOICE, publisher.screen())) {
                var _ = node.ask(
                        "subscribe " + person.id() + " " + publisher.person().id() + " " + mid);
            }
        }
    }

    private static Round round(MediaNode node, Audience audience, int subscribers, Act act) throws IOException {
        int number = audience.begin();
        long forwarded = node.forwarded();
        double cpu = node.cpuSeconds();
        long start = System.nanoTime();
        long expected = (long) act.play(number) * subscribers;
        double seconds = (System.nanoTime() - start) / 1e9;
        long drainUntil = System.nanoTime() + DRAIN_NS;
        while (audience.count() < expected && System.nanoTime() < drainUntil) {
            LockSupport.parkNanos(1_000_000);
        }
        double cost = node.cpuSeconds() - cpu;
        double packets = Math.max(1, node.forwarded() - forwarded);
        LockSupport.parkNanos(QUIET_MS * 1_000_000L);
        return new Round(
                packets / seconds,
                cost * 1e6 / packets,
                audience.percentileMs(50),
                audience.percentileMs(99),
                audience.lastMs(50),
                audience.lastMs(99),
                expected - audience.count());
    }

    private static void figures(Report report, String kind, Rounds<Round> rounds) {
        report.add(kind + "_packets_per_s", rounds.median(Round::perSecond))
                .add(kind + "_cpu_us_per_packet", rounds.median(Round::cpuUs))
                .add(kind + "_cpu_us_per_packet_spread", rounds.spread(Round::cpuUs))
                .add(kind + "_p50_ms", rounds.median(Round::p50Ms))
                .add(kind + "_p99_ms", rounds.median(Round::p99Ms))
                .add(kind + "_last_p50_ms", rounds.median(Round::last50Ms))
                .add(kind + "_last_p99_ms", rounds.median(Round::last99Ms))
                .add(kind + "_missing", rounds.median(Round::missing));
    }
}
