package chat.parley.media;

import chat.parley.media.rtp.Feedback;
import chat.parley.media.rtp.Nack;
import chat.parley.media.rtp.Report;
import chat.parley.media.rtp.Rtcp;
import chat.parley.media.srtp.SrtpIn;

/// What participants say about the media: as senders when it was made, as receivers what they miss.
final class ControlIn {
    /// Packets that one datagram may ask for again; the rest is asked for in the next.
    private static final int RESENT_MAX = 100;

    private final Outgoing outgoing;
    private final Counters counters;
    private final Rtcp part = new Rtcp();

    ControlIn(Outgoing outgoing, Counters counters) {
        this.outgoing = outgoing;
        this.counters = counters;
    }

    void rtcp(Participant from, byte[] bytes, int at, int length, long nowNanos) {
        int clear = from.in == null ? SrtpIn.FORGED : from.in.openRtcp(bytes, at, length);
        if (clear < 0) {
            switch (clear) {
                case SrtpIn.FORGED -> counters.forged++;
                case SrtpIn.REPLAYED -> counters.replayed++;
                default -> counters.malformed++;
            }
            return;
        }
        for (part.begin(bytes, at, clear); part.next(); ) {
            switch (part.type()) {
                case Rtcp.SENDER_REPORT, Rtcp.RECEIVER_REPORT -> report(from, nowNanos);
                case Rtcp.TRANSPORT_FEEDBACK -> transport(from, nowNanos);
                case Rtcp.PAYLOAD_FEEDBACK -> payload(from, nowNanos);
                default -> {}
            }
        }
    }

    private void report(Participant from, long nowNanos) {
        if (part.isSenderReport()) {
            var layer = from.layer(part.ssrc());
            if (layer != null && layer.ssrc() == part.ssrc()) {
                layer.reported(part.ntp(), part.rtpTime(), nowNanos);
                from.clock.reported(part.ntp(), ControlOut.ntp(nowNanos));
            }
        }
        for (int i = 0; i < part.blocks(); i++) {
            int block = part.blockAt(i);
            var subscription = from.subscription(Report.ssrc(part.bytes(), block));
            if (subscription == null) {
                continue;
            }
            subscription.reported.block(
                    Report.lost(part.bytes(), block),
                    Report.fractionLost(part.bytes(), block),
                    Report.jitter(part.bytes(), block));
            int lastReport = Report.lastReport(part.bytes(), block);
            if (lastReport != 0) {
                // RFC 3550 section 6.4.1, in 1/65536 s.
                int passed = (int) (ControlOut.ntp(nowNanos) >>> 16) - lastReport;
                long roundTrip = (passed - Report.delay(part.bytes(), block)) * 1_000_000_000L / 65536;
                from.roundTripNanos = Math.clamp(roundTrip, 1_000_000L, 2_000_000_000L);
            }
        }
    }

    private void transport(Participant from, long nowNanos) {
        if (part.format() == Rtcp.TRANSPORT_WIDE) {
            from.bandwidth.feedback(part, from.roundTripNanos, nowNanos);
            return;
        }
        var subscription = part.format() == Rtcp.NACK ? from.subscription(part.mediaSsrc()) : null;
        if (subscription == null) {
            return;
        }
        int[] left = {RESENT_MAX};
        Nack.read(part, sequence -> {
            subscription.reported.askedAgain();
            if (left[0]-- > 0) {
                outgoing.resend(subscription, sequence, nowNanos);
            }
        });
    }

    private void payload(Participant from, long nowNanos) {
        if (part.format() == Rtcp.PLI) {
            wantKeyframe(from, part.mediaSsrc());
        } else if (part.format() == Rtcp.FIR) {
            for (int i = 0; i < Feedback.firEntries(part); i++) {
                wantKeyframe(from, Feedback.firSsrc(part, i));
            }
        } else if (part.format() == Rtcp.APPLICATION) {
            long bits = Feedback.remb(part);
            if (bits >= 0) {
                from.bandwidth.told(bits, nowNanos);
            }
        }
    }

    private static void wantKeyframe(Participant from, int ssrc) {
        var subscription = from.subscription(ssrc);
        if (subscription == null) {
            return;
        }
        subscription.reported.keyframe();
        var layer = subscription.down.choice().current();
        if (layer != null) {
            layer.keyframes().want();
        }
    }
}
