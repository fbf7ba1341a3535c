package chat.parley.media;

import chat.parley.media.estimate.BandwidthEstimator;
import chat.parley.media.path.Path;
import chat.parley.media.receive.ArrivalLog;
import chat.parley.media.receive.Layer;
import chat.parley.media.receive.SenderClock;
import chat.parley.media.room.Room;
import chat.parley.media.srtp.PacketIn;
import chat.parley.media.srtp.PacketOut;
import chat.parley.media.wire.Address;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything the engine knows of one peer.
final class Participant {
    final long id;
    final Room room;
    final Path path;
    /// The source under which the server itself speaks to this peer in control packets.
    final int serverSsrc;

    final List<Track> tracks = new ArrayList<>();
    final List<Subscription> subscriptions = new ArrayList<>();
    final ArrivalLog arrivals = new ArrivalLog();
    final BandwidthEstimator bandwidth = new BandwidthEstimator();
    final Line line = new Line();
    final SenderClock clock = new SenderClock();

    @Nullable
    PacketIn in;

    @Nullable
    PacketOut out;

    /// How many cameras it wants at most, beside those that it pinned.
    int cameras = Integer.MAX_VALUE;
    /// When it last got the floor, or the beginning of time.
    long floorAt = Long.MIN_VALUE;

    /// Gets no sound.
    boolean deaf;

    /// Errors of ours that it met. Whoever meets too many is shown out.
    int faults;

    @Nullable
    Tap tap;

    /// When media came from it last.
    long heardAt = Long.MIN_VALUE / 2;
    /// Has a turn at each tick.
    boolean wakeful;
    /// What it wants is looked at in its next turn.
    boolean hurried;
    /// Sends pictures, which are repaired and so need a turn at each tick.
    boolean filming;

    long transportSequence;
    int feedbackSsrc;
    long reportedAt;
    /// A guess until the first report.
    long roundTripNanos = 100_000_000L;

    private final boolean bot;
    private @Nullable Address address;

    Participant(long id, Room room, Path path, int serverSsrc) {
        bot = path instanceof Path.Direct;
        this.id = id;
        this.room = room;
        this.path = path;
        this.serverSsrc = serverSsrc;
    }

    /// Where its packets go, or null as long as that is not known.
    @Nullable
    Address address() {
        return address;
    }

    /// It has proved an address, perhaps another one than before.
    void moved() {
        address = path.chosen();
    }

    void keys(PacketIn theirs, PacketOut ours) {
        close();
        in = theirs;
        out = ours;
    }

    void mute(String mid, boolean muted) {
        var track = track(mid);
        if (track != null) {
            track.muted = muted;
        }
    }

    void publish(Track track) {
        tracks.add(track);
        filming |= !track.codec.audio;
    }

    void unpublish(String mid) {
        var track = track(mid);
        if (track != null) {
            tracks.remove(track);
            filming = tracks.stream().anyMatch(it -> !it.codec.audio);
            room.ended(track.id);
            track.subscriptions.forEach(it -> it.subscriber.subscriptions.remove(it));
        }
    }

    void deafen(boolean deaf) {
        this.deaf = deaf;
        for (var subscription : subscriptions) {
            if (subscription.track.codec.audio) {
                subscription.down.interrupt();
            }
        }
    }

    /// True when it can be sent media.
    boolean reachable() {
        return out != null && address() != null;
    }

    void tap(@Nullable Tap tap) {
        this.tap = tap;
        for (var track : tracks) {
            track.layers.stream()
                    .filter(it -> !it.codec().audio)
                    .forEach(it -> it.keyframes().want());
        }
    }

    /// Reads what the next packet for it will need, so that the processor has it by then. What it answers means
    /// nothing.
    int touch() {
        var to = address;
        return bandwidth.touch(transportSequence + 1) + (to == null ? 0 : to.port());
    }

    /// The same, of its keys.
    int touchKeys() {
        var sealing = out;
        return sealing == null ? 0 : sealing.touch();
    }

    boolean isBot() {
        return bot;
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

    /// A subscription whose stream of retransmissions can carry padding, or null.
    @Nullable
    Subscription repairable() {
        for (int i = 0; i < subscriptions.size(); i++) {
            if (subscriptions.get(i).down.rtxSsrc() != 0) {
                return subscriptions.get(i);
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
