package chat.parley.media;

import chat.parley.media.receive.Layer;
import java.util.ArrayList;
import java.util.List;

/// Collects what is known of a participant's streams.
final class Statistics {
    private static final double FRACTION = 256;

    private Statistics() {}

    static List<StreamStats> of(Participant peer, long nowNanos) {
        var streams = new ArrayList<StreamStats>();
        for (var track : peer.tracks) {
            for (var layer : track.layers) {
                streams.add(published(track, layer, nowNanos));
            }
        }
        for (var subscription : peer.subscriptions) {
            streams.add(subscription.stats(nowNanos));
        }
        return streams;
    }

    private static StreamStats published(Track track, Layer layer, long nowNanos) {
        var reception = layer.reception();
        return new StreamStats(
                true,
                track.mid,
                track.codec,
                layer.index(),
                new StreamStats.Traffic(
                        reception.received(), layer.octets(), layer.bitrate(Layer.SPATIAL - 1, nowNanos)),
                new StreamStats.Trouble(
                        reception.lost(),
                        reception.fractionLost() / FRACTION,
                        1_000 * reception.jitter() / track.codec.clockRate,
                        layer.missing().asked(),
                        layer.keyframes().asked()));
    }

    /// What a subscriber says in its receiver reports about one stream.
    static final class Reported {
        private long lost;
        private int fraction;
        private long jitter;
        private long askedAgain;
        private long keyframes;

        void block(int lost, int fraction, long jitter) {
            this.lost = lost;
            this.fraction = fraction;
            this.jitter = jitter;
        }

        void askedAgain() {
            askedAgain++;
        }

        void keyframe() {
            keyframes++;
        }

        StreamStats.Trouble trouble(int clockRate) {
            return new StreamStats.Trouble(
                    Math.max(0, lost), fraction / FRACTION, 1_000.0 * jitter / clockRate, askedAgain, keyframes);
        }
    }
}
