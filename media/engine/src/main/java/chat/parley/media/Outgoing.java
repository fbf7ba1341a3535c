package chat.parley.media;

import chat.parley.media.codec.Frame;
import chat.parley.media.forward.DownTrack;
import chat.parley.media.forward.Renumbering;
import chat.parley.media.rtp.Extension;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.rtp.RtpWriter;
import chat.parley.media.rtp.Rtx;
import chat.parley.media.wire.Bytes;

/// Writes what a subscriber gets: our header and numbers, the payload copied once, sealed in place. Hot path:
/// nothing is allocated.
final class Outgoing {
    private final Outbox outbox;
    private final Counters counters;
    private final RtpWriter writer = new RtpWriter();
    private final RtpPacket again = new RtpPacket();
    private final Frame frameAgain = new Frame();

    Outgoing(Outbox outbox, Counters counters) {
        this.outbox = outbox;
        this.counters = counters;
    }

    void forward(Subscription to, RtpPacket packet, Frame frame, long nowNanos) {
        var subscriber = to.subscriber;
        var address = subscriber.address();
        var out = subscriber.out;
        var slot = address == null || out == null ? null : outbox.slot(address);
        if (slot == null || out == null) {
            return;
        }
        var down = to.down;
        boolean bot = subscriber.isBot();
        writer.begin(slot.bytes, 0, bot ? Bots.PAYLOAD_TYPE : down.codec().payloadType, packet.marker())
                .numbers((int) down.number(), down.timestamp(), down.ssrc());
        if (!bot) {
            extensions(to, packet);
        }
        int length = writer.payload(packet.bytes(), packet.payloadAt(), packet.payloadLength());
        int shift = length - packet.payloadLength() - packet.payloadAt();
        if (!down.rewrite(frame, slot.bytes, shift)) {
            return;
        }
        outbox.take(out.sealRtp(slot.bytes, 0, length, down.number()));
        subscriber.bandwidth.sent(subscriber.transportSequence & 0xffff, length, nowNanos);
        down.sent(packet.payloadLength());
        counters.forwarded++;
    }

    /// Answers a subscriber who lost this packet, if it is still there.
    void resend(Subscription to, int sequence, long nowNanos) {
        var down = to.down;
        var layer = down.choice().current();
        long origin = down.originOf(sequence);
        var address = to.subscriber.address();
        if (layer == null || origin == Renumbering.NONE || address == null || down.rtxSsrc() == 0) {
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
        var out = to.subscriber.out;
        var address = to.subscriber.address();
        var slot = address == null || out == null ? null : outbox.slot(address);
        if (slot == null || out == null) {
            return;
        }
        DownTrack down = to.down;
        long number = down.nextRtxNumber();
        writer.begin(slot.bytes, 0, down.codec().rtxPayloadType, again.marker())
                .numbers((int) number, down.timestampAgain(again.timestamp(), nowNanos), down.rtxSsrc());
        extensions(to, again);
        int body = writer.body();
        Bytes.put16(slot.bytes, body, sequence);
        System.arraycopy(again.bytes(), again.payloadAt(), slot.bytes, body + Rtx.HEADER, again.payloadLength());
        if (!down.rewrite(frameAgain, slot.bytes, body + Rtx.HEADER - again.payloadAt())) {
            return;
        }
        int length = body + Rtx.HEADER + again.payloadLength();
        outbox.take(out.sealRtp(slot.bytes, 0, length, number));
        to.subscriber.bandwidth.sent(to.subscriber.transportSequence & 0xffff, length, nowNanos);
        counters.resent++;
    }

    private void extensions(Subscription to, RtpPacket packet) {
        int descriptor = packet.extensionAt(Extension.DEPENDENCY_DESCRIPTOR.id);
        int descriptorLength = packet.extensionLength(Extension.DEPENDENCY_DESCRIPTOR.id);
        if (descriptorLength > 16 || to.mid.length > 16) {
            writer.longExtensions();
        }
        writer.extension(Extension.MID.id, to.mid, 0, to.mid.length)
                .extension16(Extension.TRANSPORT_SEQUENCE.id, ++to.subscriber.transportSequence);
        int level = packet.extensionAt(Extension.AUDIO_LEVEL.id);
        if (level >= 0) {
            writer.extension(Extension.AUDIO_LEVEL.id, packet.bytes(), level, 1);
        }
        if (descriptorLength > 0) {
            writer.extension(Extension.DEPENDENCY_DESCRIPTOR.id, packet.bytes(), descriptor, descriptorLength);
        }
    }
}
