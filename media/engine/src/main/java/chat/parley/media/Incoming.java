package chat.parley.media;

import chat.parley.media.codec.Codec;
import chat.parley.media.codec.Frame;
import chat.parley.media.receive.Layer;
import chat.parley.media.receive.PacketHistory;
import chat.parley.media.rtp.Extension;
import chat.parley.media.rtp.Red;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.rtp.Rtx;
import chat.parley.media.srtp.SrtpIn;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// The way of a media packet: open it, find its stream, turn retransmissions back, note its arrival, offer it
/// to every subscriber. Hot path: nothing is allocated for a packet of a known stream.
final class Incoming {
    private final FanOut fanOut;
    private final Counters counters;
    private final Turn turn;
    private final Queue<Output.Event> events;
    private final RtpPacket packet = new RtpPacket();
    private final Frame frame = new Frame();

    Incoming(FanOut fanOut, Turn turn, Counters counters, Queue<Output.Event> events) {
        this.turn = turn;
        this.fanOut = fanOut;
        this.counters = counters;
        this.events = events;
    }

    /// @return whether it was authentic
    boolean rtp(Participant from, byte[] bytes, int at, int length, long nowNanos) {
        var in = from.in;
        int clear = in == null ? SrtpIn.FORGED : in.openRtp(bytes, at, length);
        if (clear > 0 && from.isBot()) {
            Bots.translate(bytes, at);
        }
        if (clear < 0 || clear > PacketHistory.PACKET_MAX || !packet.read(bytes, at, clear)) {
            refused(clear);
            return false;
        }
        counters.received++;
        from.feedbackSsrc = packet.ssrc();
        from.heardAt = nowNanos;
        turn.wake(from, nowNanos);
        int transport = Extension.transportSequence(packet);
        if (transport >= 0) {
            from.arrivals.arrived(transport, nowNanos);
        }
        var layer = from.layer(packet.ssrc());
        if (layer == null) {
            layer = bind(from);
        }
        if (layer == null) {
            counters.unbound++;
        } else if (packet.ssrc() == layer.rtxSsrc()) {
            if (restored(layer)) {
                media(from, layer, nowNanos);
            }
        } else if (layer.codec().carries(packet.payloadType()) && packet.payloadLength() > 0 && strippable()) {
            media(from, layer, nowNanos);
        } else {
            useless(from, layer, nowNanos);
        }
        return true;
    }

    private void refused(int reason) {
        switch (reason) {
            case SrtpIn.FORGED -> counters.forged++;
            case SrtpIn.REPLAYED -> counters.replayed++;
            default -> counters.malformed++;
        }
    }

    private @Nullable Layer bind(Participant from) {
        var mid = from.isBot() ? Engine.BOT_MID : Extension.MID.text(packet);
        var track = mid == null ? null : from.track(mid);
        if (track == null) {
            return null;
        }
        boolean first = track.layers.isEmpty();
        var layer = track.bind(packet);
        if (first && layer != null) {
            events.add(new Output.Event.Began(from.id, track.mid));
        }
        return layer;
    }

    /// False when there is nothing to forward: an empty retransmission only probes.
    private boolean restored(Layer layer) {
        int length = Rtx.restore(packet, layer.codec().payloadType, layer.ssrc());
        return length > 0 && packet.read(packet.bytes(), packet.start(), length);
    }

    /// False when it is RED without Opus inside, which must not reach those who get the Opus alone.
    private boolean strippable() {
        return packet.payloadType() != Codec.RED.payloadType
                || (Red.primaryType(packet) == Codec.OPUS.payloadType
                        && Red.primaryAt(packet) >= 0
                        && Red.primaryAt(packet) < packet.payloadAt() + packet.payloadLength());
    }

    /// Padding, or what nobody agreed to, as error correction: it has a number among the media and must leave no gap.
    private void useless(Participant from, Layer layer, long nowNanos) {
        long number = layer.arrived(packet, nowNanos);
        var track = track(from, layer);
        if (number >= 0 && track != null) {
            counters.useless++;
            // In the order of their numbers.
            fanOut.settle();
            var subscriptions = track.subscriptions;
            for (int i = 0; i < subscriptions.size(); i++) {
                subscriptions.get(i).down.leaveOut(layer, number);
            }
        }
    }

    private void media(Participant from, Layer layer, long nowNanos) {
        if (!frame.read(layer.codec(), packet, layer.structure())) {
            counters.malformed++;
            return;
        }
        var track = track(from, layer);
        long number = layer.arrived(packet, nowNanos);
        if (number < 0 || track == null) {
            return;
        }
        layer.measured(frame.spatial(), packet.length(), nowNanos);
        if (!layer.codec().audio) {
            turn.picture(nowNanos);
        }
        if (frame.keyframe()) {
            layer.keyframe(number, frame.dependency().attached());
        }
        if (from.tap != null && !track.muted) {
            from.tap.packet(track.mid, layer.index(), packet, number, frame);
        }
        if (track.muted || (layer.codec().audio && !audible(track, nowNanos))) {
            counters.gated++;
            layer.withheld();
            return;
        }
        layer.goesOn();
        if (layer.codec().audio) {
            fanOut.give(track, layer, packet, number, frame, nowNanos);
        } else {
            fanOut.collect(track, layer, number, nowNanos);
        }
    }

    private boolean audible(Track track, long nowNanos) {
        int level = Extension.audioLevel(packet);
        if (track.speech.heard(level, packet.payloadLength(), nowNanos)) {
            events.add(new Output.Event.Speaking(track.publisher.id, track.mid, true));
        }
        return track.ungated || track.publisher.room.gate().admit(track.id, level, nowNanos);
    }

    private static @Nullable Track track(Participant from, Layer layer) {
        for (int i = 0; i < from.tracks.size(); i++) {
            if (from.tracks.get(i).layers.contains(layer)) {
                return from.tracks.get(i);
            }
        }
        return null;
    }
}
