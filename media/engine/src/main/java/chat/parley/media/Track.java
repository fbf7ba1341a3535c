package chat.parley.media;

import chat.parley.media.codec.Codec;
import chat.parley.media.forward.Demand;
import chat.parley.media.receive.Layer;
import chat.parley.media.room.Speech;
import chat.parley.media.rtp.Extension;
import chat.parley.media.rtp.RtpPacket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a participant publishes in one media section: a microphone, a camera, a screen.
final class Track {
    final int id;
    final Participant publisher;
    final String mid;
    final Codec codec;
    /// The ids of the simulcast layers, smallest first; empty when there is one layer without an id.
    final List<String> rids;

    final Speech speech = new Speech();
    final Demand demand = new Demand();
    /// Nothing of it goes to anybody.
    boolean muted;
    /// Does not compete with others for being among the loudest: music, the sound of a screen.
    boolean ungated;

    final List<Layer> layers = new ArrayList<>();
    final List<Subscription> subscriptions = new ArrayList<>();

    Track(int id, Participant publisher, String mid, Codec codec, List<String> rids) {
        this.id = id;
        this.publisher = publisher;
        this.mid = mid;
        this.codec = codec;
        this.rids = List.copyOf(rids);
    }

    /// The largest layer that anybody wants: a recorder wants all that there is.
    int wanted() {
        int largest = Math.max(0, rids.size() - 1);
        int wanted = publisher.tap == null ? Demand.NOBODY : largest;
        for (int i = 0; i < subscriptions.size(); i++) {
            var subscription = subscriptions.get(i);
            if (subscription.wanted()) {
                wanted = Math.max(wanted, Math.min(subscription.layer(), largest));
            }
        }
        return wanted;
    }

    /// The layer that has this source as its media or as its retransmissions.
    @Nullable
    Layer find(int ssrc) {
        for (int i = 0; i < layers.size(); i++) {
            var layer = layers.get(i);
            if (layer.ssrc() == ssrc || (layer.rtxSsrc() == ssrc && ssrc != 0)) {
                return layer;
            }
        }
        return null;
    }

    /// Takes an unknown source in, by what its packet says about itself. There are never more layers than were
    /// announced; a source that restarts under another SSRC replaces its predecessor.
    @Nullable
    Layer bind(RtpPacket packet) {
        if (packet.payloadType() == codec.rtxPayloadType) {
            return bindRepair(packet);
        }
        var rid = Extension.RID.text(packet);
        int index = rids.isEmpty() ? 0 : rids.indexOf(rid == null ? "" : rid);
        if (!codec.carries(packet.payloadType()) || index < 0) {
            return null;
        }
        layers.removeIf(it -> it.index() == index);
        var layer = new Layer(codec, index, packet.ssrc());
        layers.add(layer);
        return layer;
    }

    private @Nullable Layer bindRepair(RtpPacket packet) {
        var rid = Extension.REPAIRED_RID.text(packet);
        int index = rids.isEmpty() ? 0 : rids.indexOf(rid == null ? "" : rid);
        for (var layer : layers) {
            if (layer.index() == index) {
                layer.repairedBy(packet.ssrc());
                return layer;
            }
        }
        return null;
    }
}
