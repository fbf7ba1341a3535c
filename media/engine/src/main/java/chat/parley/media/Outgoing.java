package chat.parley.media;

import chat.parley.media.codec.Codec;
import chat.parley.media.codec.Frame;
import chat.parley.media.forward.DownTrack;
import chat.parley.media.forward.Renumbering;
import chat.parley.media.rtp.Extension;
import chat.parley.media.rtp.Red;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.rtp.RtpWriter;
import chat.parley.media.rtp.Rtx;
import chat.parley.media.send.Pacer;
import chat.parley.media.wire.Bytes;
import java.util.ArrayDeque;

/// Writes what a subscriber gets: our header and numbers, the payload copied once, sealed in place. Hot path:
/// nothing is allocated.
final class Outgoing {
    private static final int NOWHERE = -1;
    /// Of one packet of a probe: what a byte can count.
    private static final int PADDING = 255;
    private static final int PLAYOUT_DELAY = 3;
    private static final int SPARE_MAX = 1024;

    private final Outbox outbox;
    private final byte[] page;
    private final Counters counters;
    private final RtpWriter writer = new RtpWriter();
    private final RtpPacket again = new RtpPacket();
    private final Frame frameAgain = new Frame();
    private final Pacing pacing = new Pacing(this);
    private final ArrayDeque<Pacer.Held> spare = new ArrayDeque<>();
    private int transportAt;
    private int sentAt;
    private long sentNanos;
    private int sentTime;

    Outgoing(Outbox outbox, Counters counters) {
        this.outbox = outbox;
        page = outbox.page;
        writer.begin(page, 0, 0, false);
        this.counters = counters;
    }

    Pacing pacing() {
        return pacing;
    }

    void forward(Subscription to, RtpPacket packet, Frame frame, long nowNanos) {
        var subscriber = to.subscriber;
        if (!subscriber.reachable()) {
            return;
        }
        var down = to.down;
        boolean bot = subscriber.isBot();
        boolean whole = to.redundant && packet.payloadType() == Codec.RED.payloadType;
        int from = whole || packet.payloadType() != Codec.RED.payloadType ? packet.payloadAt() : Red.primaryAt(packet);
        int payload = packet.payloadAt() + packet.payloadLength() - from;
        int type = whole ? Codec.RED.payloadType : down.codec().payloadType;
        writer.begin(page, 0, bot ? Bots.PAYLOAD_TYPE : type, down.marker(packet, frame))
                .numbers((int) down.number(), down.timestamp(), down.ssrc());
        transportAt = NOWHERE;
        if (!bot) {
            extensions(to, packet);
        }
        int length = writer.payload(packet.bytes(), from, payload);
        int shift = length - payload - from;
        if (!down.rewrite(frame, page, shift)) {
            return;
        }
        send(subscriber, length, down.number(), !down.codec().audio, nowNanos);
        down.sent(payload);
        counters.forwarded++;
    }

    /// Answers a subscriber who lost this packet, if it is still there.
    void resend(Subscription to, int sequence, long nowNanos) {
        var down = to.down;
        var layer = down.choice().current();
        long origin = down.originOf(sequence);
        if (layer == null || origin == Renumbering.NONE || !to.subscriber.reachable() || down.rtxSsrc() == 0) {
            return;
        }
        byte[] kept = layer.history().find(origin);
        boolean readable = kept != null
                && again.read(kept, 0, layer.history().length(origin))
                && frameAgain.read(layer.codec(), again, layer.structure());
        if (readable && to.mayResend(sequence, nowNanos, to.subscriber.roundTripNanos)) {
            repeat(to, sequence, nowNanos);
        }
    }

    private void repeat(Subscription to, int sequence, long nowNanos) {
        DownTrack down = to.down;
        long number = down.nextRtxNumber();
        writer.begin(page, 0, down.codec().rtxPayloadType, down.marker(again, frameAgain))
                .numbers((int) number, down.timestampAgain(again.timestamp(), nowNanos), down.rtxSsrc());
        extensions(to, again);
        int body = writer.body();
        Bytes.put16(page, body, sequence);
        System.arraycopy(again.bytes(), again.payloadAt(), page, body + Rtx.HEADER, again.payloadLength());
        if (!down.rewrite(frameAgain, page, body + Rtx.HEADER - again.payloadAt())) {
            return;
        }
        int length = body + Rtx.HEADER + again.payloadLength();
        send(to.subscriber, length, number, true, nowNanos);
        counters.resent++;
    }

    /// Seals what was written and lets it go, at once or when its turn has come.
    private void send(Participant to, int length, long number, boolean paced, long nowNanos) {
        if (paced && length <= Pacer.Held.BYTES && !to.line.pacer.passes(length, nowNanos)) {
            var held = spare.isEmpty() ? new Pacer.Held() : spare.pop();
            System.arraycopy(page, 0, held.bytes, 0, length);
            held.length = length;
            held.number = number;
            held.transportAt = transportAt;
            held.sentAt = sentAt;
            to.line.pacer.hold(held);
            pacing.wake(to, nowNanos);
            return;
        }
        seal(to, length, number, nowNanos);
    }

    private void seal(Participant to, int length, long number, long nowNanos) {
        if (transportAt != NOWHERE) {
            Bytes.put16(page, transportAt, (int) ++to.transportSequence);
            Bytes.put24(page, sentAt, sendTime(nowNanos));
            to.bandwidth.sent(to.transportSequence, length, nowNanos);
            if (to.bandwidth.probing()) {
                to.line.prober.sent(length);
            }
        }
        var out = to.out;
        var address = to.address();
        if (out != null && address != null) {
            outbox.send(page, out.sealRtp(page, 0, length, number), address);
        }
    }

    /// Lets those go that waited for it.
    void release(Participant to, long nowNanos) {
        for (var held = to.line.pacer.next(nowNanos); held != null; held = to.line.pacer.next(nowNanos)) {
            System.arraycopy(held.bytes, 0, page, 0, held.length);
            transportAt = held.transportAt;
            sentAt = held.sentAt;
            seal(to, held.length, held.number, nowNanos);
            keep(held);
        }
    }

    /// A few are used again; those of a moment when every line was full are not.
    private void keep(Pacer.Held held) {
        if (spare.size() < SPARE_MAX) {
            spare.push(held);
        }
    }

    /// Sends so many bytes of nothing, for a probe.
    void pad(Participant to, int bytes, long nowNanos) {
        var subscription = to.repairable();
        if (subscription == null || !to.reachable()) {
            return;
        }
        var down = subscription.down;
        for (int left = bytes; left > 0; left -= PADDING) {
            long number = down.nextRtxNumber();
            writer.begin(page, 0, down.codec().rtxPayloadType, false)
                    .numbers((int) number, down.timeline().last(), down.rtxSsrc())
                    .extension(Extension.MID.id, subscription.mid, 0, subscription.mid.length);
            transportAt = writer.extension(Extension.TRANSPORT_SEQUENCE.id, 2);
            sentAt = writer.extension(Extension.ABSOLUTE_SEND_TIME.id, 3);
            seal(to, writer.padding(PADDING), number, nowNanos);
        }
    }

    /// For receivers that estimate the line themselves, by when packets were sent.
    private int sendTime(long nowNanos) {
        if (nowNanos != sentNanos) {
            sentNanos = nowNanos;
            sentTime = Extension.absoluteSendTime(nowNanos);
        }
        return sentTime;
    }

    private void extensions(Subscription to, RtpPacket packet) {
        int descriptor = packet.extensionAt(Extension.DEPENDENCY_DESCRIPTOR.id);
        int descriptorLength = packet.extensionLength(Extension.DEPENDENCY_DESCRIPTOR.id);
        if (descriptorLength > 16 || to.mid.length > 16) {
            writer.longExtensions();
        }
        writer.extension(Extension.MID.id, to.mid, 0, to.mid.length);
        transportAt = writer.extension(Extension.TRANSPORT_SEQUENCE.id, 2);
        sentAt = writer.extension(Extension.ABSOLUTE_SEND_TIME.id, 3);
        int level = packet.extensionAt(Extension.AUDIO_LEVEL.id);
        if (level >= 0) {
            writer.extension(Extension.AUDIO_LEVEL.id, packet.bytes(), level, 1);
        }
        int delay = packet.extensionAt(Extension.PLAYOUT_DELAY.id);
        if (delay >= 0 && packet.extensionLength(Extension.PLAYOUT_DELAY.id) == PLAYOUT_DELAY) {
            writer.extension(Extension.PLAYOUT_DELAY.id, packet.bytes(), delay, PLAYOUT_DELAY);
        }
        if (descriptorLength > 0) {
            writer.extension(Extension.DEPENDENCY_DESCRIPTOR.id, packet.bytes(), descriptor, descriptorLength);
        }
    }
}
