package chat.parley.media.net;

import chat.parley.media.Engine;
import chat.parley.media.ice.Credentials;
import chat.parley.media.net.dtls.Handshake;
import chat.parley.media.net.loop.Crossing;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the kinds of peers have in common: a place in an engine.
final class Member {
    private static final int SHARD_SHIFT = 48;

    final Shard shard;
    final String room;
    final PeerListener listener;
    private final Set<Source> muted = EnumSet.noneOf(Source.class);
    private volatile long engineId;
    private volatile @Nullable String fragment;
    private volatile int ssrc;
    private volatile boolean gone;
    private volatile boolean connected;
    private @Nullable Peer peer;
    private @Nullable Handshake handshake;

    Member(Shard shard, String room, PeerListener listener) {
        this.shard = shard;
        this.room = room;
        this.listener = listener;
    }

    /// Takes its place, as a browser that will use these credentials.
    void join(Peer peer, Handshake handshake, Credentials credentials) {
        this.peer = peer;
        this.handshake = handshake;
        fragment = credentials.fragment();
        engineId = shard.enter(this, credentials);
    }

    /// Takes its place, as a bot.
    void join(Peer peer) {
        this.peer = peer;
        engineId = shard.enter(this);
        ssrc = ask(0, engine -> engine.botSsrc(engineId));
    }

    /// Datagrams of others' sockets are not its any more.
    void forget(Crossing crossing) {
        var name = fragment;
        if (name == null) {
            crossing.forget(ssrc);
        } else {
            crossing.forget(name);
        }
    }

    /// Under which a bot has to send.
    int ssrc() {
        return ssrc;
    }

    /// A bot's address is proved; on the loop's thread.
    void reached() {
        if (peer instanceof BotPeer bot) {
            connected = true;
            say(new PeerEvent.Connected(bot.mode()));
        }
    }

    long id() {
        return (long) shard.index << SHARD_SHIFT | engineId;
    }

    long engineId() {
        return engineId;
    }

    boolean gone() {
        return gone;
    }

    boolean connected() {
        return connected && !gone;
    }

    void connected(boolean connected) {
        this.connected = connected;
    }

    /// Does something in the engine and waits for the result, or answers `otherwise` when the participant is
    /// gone.
    <T> T ask(T otherwise, Function<Engine, T> command) {
        return gone ? otherwise : shard.loop().ask(engine -> gone ? otherwise : command.apply(engine));
    }

    void tell(Consumer<Engine> command) {
        var _ = ask(true, engine -> {
            command.accept(engine);
            return true;
        });
    }

    PeerStats stats() {
        return ask(
                PeerStats.GONE,
                engine -> new PeerStats(
                        connected(),
                        engine.address(engineId),
                        engine.bandwidth(engineId),
                        engine.roundTripNanos(engineId),
                        engine.stats(engineId, shard.now())));
    }

    synchronized boolean mutes(Source source) {
        return muted.contains(source);
    }

    synchronized void muted(Source source, boolean on) {
        if (on) {
            muted.add(source);
        } else {
            muted.remove(source);
        }
    }

    /// A message of the handshake; on the loop's thread.
    boolean deliver(byte[] message) {
        return handshake != null && handshake.deliver(message);
    }

    void say(PeerEvent event) {
        if (peer != null) {
            shard.news(listener, peer, event);
        }
    }

    /// It left or was lost; on the loop's thread.
    void end() {
        gone = true;
        if (handshake != null) {
            handshake.end();
        }
    }

    void leave() {
        if (!gone) {
            shard.leave(this);
        }
    }
}
