package chat.parley.media;

import chat.parley.media.codec.Codec;
import chat.parley.media.forward.DownTrack;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Begins and ends what somebody gets of somebody else, and lets what is wished take effect with the next tick.
final class Subscriptions {
    private final Turn turn;
    private final RandomGenerator random;

    Subscriptions(Turn turn, RandomGenerator random) {
        this.turn = turn;
        this.random = random;
    }

    Engine.Streams begin(Participant peer, @Nullable Track track, String asMid, String name) {
        if (track == null || track.publisher.room != peer.room) {
            throw new IllegalArgumentException("no such track in the same room");
        }
        int ssrc = unusedSsrc(peer);
        int rtx = track.codec.rtxPayloadType == 0 ? 0 : unusedSsrc(peer);
        var codec = track.codec == Codec.RED ? Codec.OPUS : track.codec;
        var down = new DownTrack(codec, ssrc, rtx, random.nextInt());
        var subscription = new Subscription(peer, track, asMid, down, name);
        track.subscriptions.add(subscription);
        peer.subscriptions.add(subscription);
        turn.hurry(peer);
        turn.hurry(track.publisher);
        return new Engine.Streams(ssrc, rtx);
    }

    void end(Participant peer, int ssrc) {
        var subscription = peer.subscription(ssrc);
        if (subscription != null) {
            peer.subscriptions.remove(subscription);
            subscription.track.subscriptions.remove(subscription);
            turn.hurry(subscription.track.publisher);
        }
    }

    void wish(Participant peer, int ssrc, Consumer<Subscription> wish) {
        var subscription = peer.subscription(ssrc);
        if (subscription != null) {
            wish.accept(subscription);
            turn.hurry(subscription.subscriber);
            turn.hurry(subscription.track.publisher);
        }
    }

    private int unusedSsrc(Participant peer) {
        int ssrc = random.nextInt();
        boolean used = peer.subscriptions.stream().anyMatch(it -> it.down.ssrc() == ssrc || it.down.rtxSsrc() == ssrc);
        return ssrc == 0 || used ? unusedSsrc(peer) : ssrc;
    }
}
