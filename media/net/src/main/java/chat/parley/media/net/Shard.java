package chat.parley.media.net;

import chat.parley.media.Engine;
import chat.parley.media.Output;
import chat.parley.media.ice.Credentials;
import chat.parley.media.net.loop.Crossing;
import chat.parley.media.net.loop.Delays;
import chat.parley.media.net.loop.MediaLoop;
import chat.parley.media.net.loop.Ways;
import chat.parley.media.net.udp.UdpSocket;
import chat.parley.media.srtp.Crypto;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One media loop, the engine that it owns, and the members of its rooms.
final class Shard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shard.class);
    private static final int NEWS_MAX = 65_536;

    final int index;
    private final MediaLoop loop;
    private final Crossing crossing;
    private final Places places;
    /// By the engine's id. Only the loop's thread touches it.
    private final Map<Long, Member> members = new HashMap<>();
    private final BlockingQueue<Runnable> news = new LinkedBlockingQueue<>(NEWS_MAX);
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong handshakesFailed = new AtomicLong();
    private volatile int participants;
    private final Thread teller;

    Shard(MediaLoop.Place place, UdpSocket socket, Ways.Streams streams, Places places) {
        index = place.index();
        crossing = place.crossing();
        this.places = places;
        var ways = new Ways(socket, streams);
        var engine = new Engine(Crypto.best(), new SecureRandom(), ways);
        loop = new MediaLoop(place, socket, ways, engine, this::event);
        teller = Thread.ofVirtual().name("media-news-" + index).unstarted(this::tellNews);
    }

    void start() {
        loop.start();
        teller.start();
    }

    MediaLoop loop() {
        return loop;
    }

    long now() {
        return loop.now();
    }

    /// A browser, which names this fragment in its checks.
    long enter(Member member, Credentials credentials) {
        crossing.expect(credentials.fragment(), loop);
        return enter(member, engine -> engine.join(member.room, credentials, now()));
    }

    /// A bot.
    long enter(Member member) {
        return enter(member, engine -> {
            long id = engine.joinBot(member.room);
            crossing.expect(engine.botSsrc(id), loop);
            return id;
        });
    }

    private long enter(Member member, ToLongFunction<Engine> join) {
        return loop.ask(engine -> {
            long id = join.applyAsLong(engine);
            members.put(id, member);
            participants = members.size();
            return id;
        });
    }

    /// For the rehearsal: so many ticks of everybody at once. Afterwards it is later.
    void pass(int ticks) {
        var _ = loop.ask(engine -> {
            long at = now();
            for (int i = 0; i < ticks; i++) {
                at += Engine.TICK_NANOS;
                members.keySet().forEach(it -> engine.cameras(it, Integer.MAX_VALUE));
                engine.advance(at);
            }
            loop.hurry(ticks * Engine.TICK_NANOS);
            return true;
        });
    }

    void leave(Member member) {
        var _ = loop.ask(engine -> {
            if (!member.gone()) {
                member.end();
                forget(member.engineId());
                engine.leave(member.engineId());
            }
            return true;
        });
    }

    int participants() {
        return participants;
    }

    void handshakeFailed() {
        handshakesFailed.incrementAndGet();
    }

    MediaCounts counts() {
        return loop.ask(engine -> MediaCounts.of(
                engine.counters(),
                Map.of(
                        Count.UNSENT, loop.unsent(),
                        Count.DROPPED, dropped.get(),
                        Count.PASSED, loop.passed(),
                        Count.HANDSHAKES_FAILED, handshakesFailed.get(),
                        Count.FAULTS, loop.faults() + engine.counters().faults())));
    }

    Delays delays() {
        return loop.ask(_ -> loop.delays());
    }

    /// The listener will be told, on a thread where it may wait.
    void news(PeerListener listener, Peer peer, PeerEvent event) {
        if (!news.offer(() -> listener.on(peer, event))) {
            dropped.incrementAndGet();
        }
    }

    private void event(Output.Event event) {
        var member = members.get(event.participant());
        if (member == null) {
            return;
        }
        switch (event) {
            case Output.Event.Reached _ -> member.reached();
            case Output.Event.Handshake it -> {
                if (!member.deliver(it.message())) {
                    dropped.incrementAndGet();
                }
            }
            case Output.Event.Began it -> member.say(new PeerEvent.Began(it.mid()));
            case Output.Event.Speaking it -> member.say(new PeerEvent.Speaking(it.mid(), it.speaking()));
            case Output.Event.Wanted it -> member.say(new PeerEvent.LayersWanted(it.mid(), it.layer()));
            case Output.Event.Speaker it -> member.say(new PeerEvent.Floor(it.mid()));
            case Output.Event.Paused it -> member.say(new PeerEvent.Paused(it.ssrc(), it.paused()));
            case Output.Event.Lost it -> {
                forget(it.participant());
                member.end();
                member.say(new PeerEvent.Lost("silent for too long"));
            }
        }
    }

    private void forget(long id) {
        var member = members.remove(id);
        participants = members.size();
        loop.left(id);
        if (member != null) {
            member.forget(crossing);
            places.leave(member.room);
        }
    }

    private void tellNews() {
        try {
            while (true) {
                tell(news.take());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(Runnable piece) {
        try {
            piece.run();
        } catch (RuntimeException fault) {
            LOG.error("a listener of media events failed", fault);
        }
    }

    @Override
    public void close() {
        for (var member : loop.ask(engine -> List.copyOf(members.values()))) {
            member.end();
        }
        loop.close();
        teller.interrupt();
    }
}
