package chat.parley.media;

import chat.parley.media.estimate.BandwidthEstimator;
import chat.parley.media.ice.IceLite;
import chat.parley.media.receive.ArrivalLog;
import chat.parley.media.receive.Layer;
import chat.parley.media.srtp.SrtpIn;
import chat.parley.media.srtp.SrtpOut;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything the engine knows of one peer.
final class Participant {
    final long id;
    final Room room;
    final IceLite ice;
    /// The source under which the server itself speaks to this peer in control packets.
    final int serverSsrc;

    final List<Track> tracks = new ArrayList<>();
    final List<Subscription> subscriptions = new ArrayList<>();
    final ArrivalLog arrivals = new ArrivalLog();
    final BandwidthEstimator bandwidth = new BandwidthEstimator();

    @Nullable
    SrtpIn in;

    @Nullable
    SrtpOut out;

    /// Gets no sound.
    boolean deaf;

    int transportSequence;
    int feedbackSsrc;
    long reportedAt;
    /// A guess until the first report.
    long roundTripNanos = 100_000_000L;

    Participant(long id, Room room, IceLite ice, int serverSsrc) {
        this.id = id;
        this.room = room;
        this.ice = ice;
        this.serverSsrc = serverSsrc;
    }

    @Nullable
    Layer layer(int ssrc) {
        for (int i = 0; i < tracks.size(); i++) {
            var layer = tracks.get(i).find(ssrc);
            if (layer != null) {
                return layer;
            }
        }
        return null;
    }

    @Nullable
    Track track(String mid) {
        for (var track : tracks) {
            if (track.mid.equals(mid)) {
                return track;
            }
        }
        return null;
    }

    @Nullable
    Subscription subscription(int ssrc) {
        for (int i = 0; i < subscriptions.size(); i++) {
            var subscription = subscriptions.get(i);
            if (subscription.down.ssrc() == ssrc) {
                return subscription;
            }
        }
        return null;
    }

    void close() {
        if (in != null) {
            in.close();
        }
        if (out != null) {
            out.close();
        }
    }
}
