package chat.parley.media;

import chat.parley.media.receive.Layer;
import chat.parley.media.rtp.Feedback;
import chat.parley.media.rtp.Nack;
import chat.parley.media.rtp.Report;
import org.jspecify.annotations.Nullable;

/// What the server says about the media, at each tick: what it misses, when it needs a key frame, and, when there is
/// enough to tell, how packets arrive; and once a second the reports of RFC 3550, to those for whom there is something
/// to report.
final class ControlOut {
    private static final long REPORT_NANOS = 1_000_000_000L;
    private static final int FULL = 1_000;
    private static final int NACKED_MAX = 64;
    private static final int BLOCKS_MAX = 31;
    private static final int FEEDBACKS_MAX = 4;

    private final Outbox outbox;
    private final int[] missing = new int[NACKED_MAX];
    private final byte[] scratch = new byte[Output.Transmit.BYTES];
    private int end;

    ControlOut(Outbox outbox) {
        this.outbox = outbox;
    }

    /// Our clock as NTP's 32.32 seconds. Its beginning is nobody's business: peers only compare.
    static long ntp(long nowNanos) {
        long seconds = nowNanos / 1_000_000_000L;
        long rest = nowNanos % 1_000_000_000L;
        return seconds << 32 | (rest << 32) / 1_000_000_000L;
    }

    void tick(Participant to, long nowNanos) {
        if (to.out == null || to.isBot() || to.address() == null) {
            return;
        }
        for (var track : to.tracks) {
            for (var layer : track.layers) {
                ask(to, layer, nowNanos);
            }
        }
        flush(to);
        if (to.arrivals.due(nowNanos)) {
            tellArrivals(to);
        }
        if (nowNanos - to.reportedAt >= REPORT_NANOS) {
            to.reportedAt = nowNanos;
            receiverReport(to, nowNanos);
            senderReports(to, nowNanos);
            flush(to);
        }
    }

    private void tellArrivals(Participant to) {
        for (int i = 0; i < FEEDBACKS_MAX && to.arrivals.hasNews(); i++) {
            end = to.arrivals.write(scratch, 0, to.serverSsrc, to.feedbackSsrc);
            flush(to);
        }
    }

    private void ask(Participant to, Layer layer, long nowNanos) {
        int count = layer.missing().due(nowNanos, to.roundTripNanos, missing);
        if (count > 0) {
            end += Nack.write(scratch, end, to.serverSsrc, layer.ssrc(), missing, count);
        }
        if (layer.keyframes().due(nowNanos)) {
            end += Feedback.writePli(scratch, end, to.serverSsrc, layer.ssrc());
        }
        if (end > FULL) {
            flush(to);
        }
    }

    private void receiverReport(Participant to, long nowNanos) {
        int blocks = 0;
        int at = end + Report.RECEIVER;
        for (var track : to.tracks) {
            for (var layer : track.layers) {
                if (layer.reception().began() && blocks < BLOCKS_MAX) {
                    at += layer.reception().write(scratch, at, nowNanos);
                    blocks++;
                }
            }
        }
        if (blocks > 0) {
            Report.writeReceiver(scratch, end, to.serverSsrc, blocks);
            end = at;
        }
    }

    private void senderReports(Participant to, long nowNanos) {
        for (var subscription : to.subscriptions) {
            var down = subscription.down;
            var layer = down.choice().current();
            boolean exact = layer != null && layer.hasReport() && subscription.track.publisher.clock.known();
            if (!subscription.reports.due(down.packets(), exact, nowNanos)) {
                continue;
            }
            end += Report.writeSender(
                    scratch,
                    end,
                    down.ssrc(),
                    ntp(nowNanos),
                    timestamp(subscription, exact ? layer : null, nowNanos),
                    down.packets(),
                    down.octets());
            end += Feedback.writeName(scratch, end, down.ssrc(), subscription.name);
            if (end > FULL) {
                flush(to);
            }
        }
    }

    /// Of this moment: by the publisher's own reports, so that its voice and its picture are brought together
    /// as it made them; as long as there are none, by when the last packet came.
    private static long timestamp(Subscription subscription, @Nullable Layer reported, long nowNanos) {
        var down = subscription.down;
        if (reported != null) {
            var clock = subscription.track.publisher.clock;
            return down.timeline().shifted(reported.timestampAt(clock.theirs(ntp(nowNanos))));
        }
        long since = (nowNanos - down.timeline().lastAt()) * down.codec().clockRate / 1_000_000_000L;
        return down.timeline().last() + since;
    }

    private void flush(Participant to) {
        var address = to.address();
        var out = to.out;
        if (end > 0 && address != null && out != null) {
            outbox.send(scratch, out.sealRtcp(scratch, 0, end), address);
        }
        end = 0;
    }
}
