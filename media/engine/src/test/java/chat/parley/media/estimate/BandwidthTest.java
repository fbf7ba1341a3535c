package chat.parley.media.estimate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.receive.ArrivalLog;
import chat.parley.media.rtp.Rtcp;
import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A line in virtual time: a bottleneck with a queue, a distance, and loss. The sender sends what the estimator
/// allows.
final class BandwidthTest {
    private static final long MS = 1_000_000L;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void it_finds_the_line_and_keeps_its_queue_short(long seed) {
        var line = new Line(seed, 1_000_000, 100, 0);
        line.run(30_000);
        line.run(20_000);
        between(line, 0.6, 1.1);
        assertTrue(line.meanQueueMs() < 100, "queue " + line.meanQueueMs());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void it_follows_a_line_that_gets_better_and_worse(long seed) {
        var line = new Line(seed, 1_000_000, 50, 0);
        line.run(30_000);
        line.bitsPerSecond = 3_000_000;
        line.run(30_000);
        between(line, 0.5, 1.1);
        line.bitsPerSecond = 500_000;
        line.run(5_000);
        line.run(5_000);
        between(line, 0.4, 1.3);
        line.run(20_000);
        between(line, 0.5, 1.1);
        assertTrue(line.meanQueueMs() < 150, "queue " + line.meanQueueMs());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void thirty_percent_loss_at_two_hundred_milliseconds_does_not_starve_it(long seed) {
        var line = new Line(seed, 1_000_000, 200, 30);
        line.run(60_000);
        between(line, 0.4, 1.2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void a_line_that_only_drops_what_is_too_much_is_found_too(long seed) {
        var line = new Line(seed, 800_000, 60, 0);
        line.queueMaxMs = 3;
        line.run(60_000);
        between(line, 0.5, 1.4);
    }

    private static void between(Line line, double low, double high) {
        double share = line.meanEstimate() / line.bitsPerSecond;
        assertTrue(share >= low && share <= high, "estimate " + line.meanEstimate() + " of " + line.bitsPerSecond);
    }

    private static final class Line {
        private record Arrival(long at, int sequence) {}

        private record Told(long at, byte[] bytes) {}

        final BandwidthEstimator estimator = new BandwidthEstimator();
        long bitsPerSecond;
        int queueMaxMs = 400;
        private final Random random;
        private final long oneWay;
        private final int lossPercent;
        private final ArrivalLog log = new ArrivalLog();
        private final ArrayDeque<Arrival> arriving = new ArrayDeque<>();
        private final ArrayDeque<Told> telling = new ArrayDeque<>();
        private final Rtcp part = new Rtcp();
        private long now = 10_000 * MS;
        private long freeAt = now;
        private double budget;
        private int sequence;
        private double estimates;
        private double queues;
        private int samples;

        Line(long seed, long bitsPerSecond, long roundTripMs, int lossPercent) {
            random = new Random(seed);
            this.bitsPerSecond = bitsPerSecond;
            oneWay = roundTripMs * MS / 2;
            this.lossPercent = lossPercent;
        }

        void run(int millis) {
            estimates = 0;
            queues = 0;
            samples = 0;
            for (int i = 0; i < millis; i++, now += MS) {
                send();
                receive(i);
                if (i > millis / 2) {
                    estimates += estimator.estimate();
                    queues += Math.max(0, freeAt - now) / 1e6;
                    samples++;
                }
            }
        }

        private void send() {
            budget = Math.min(budget + estimator.estimate() / 1000.0, 24_000);
            while (budget >= 9600) {
                budget -= 9600;
                estimator.sent(++sequence, 1200, now);
                if (freeAt - now > queueMaxMs * MS) {
                    continue;
                }
                freeAt = Math.max(freeAt, now) + 9600L * 1_000_000_000L / bitsPerSecond;
                if (random.nextInt(100) >= lossPercent) {
                    arriving.add(new Arrival(freeAt + oneWay, sequence & 0xffff));
                }
            }
        }

        private void receive(int millis) {
            while (!arriving.isEmpty() && arriving.element().at() <= now) {
                log.arrived(arriving.remove().sequence(), now);
            }
            if (millis % 50 == 0) {
                byte[] bytes = new byte[1500];
                if (log.write(bytes, 0, 1, 2) > 0) {
                    telling.add(new Told(now + oneWay, bytes));
                }
            }
            while (!telling.isEmpty() && telling.element().at() <= now) {
                byte[] bytes = telling.remove().bytes();
                part.begin(bytes, 0, bytes.length);
                assertTrue(part.next());
                estimator.feedback(part, 2 * oneWay, now);
            }
        }

        double meanEstimate() {
            return estimates / samples;
        }

        double meanQueueMs() {
            return queues / samples;
        }
    }
}
