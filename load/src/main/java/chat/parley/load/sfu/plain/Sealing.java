package chat.parley.load.sfu.plain;

import chat.parley.media.Engine;
import chat.parley.media.codec.Codec;
import chat.parley.media.ice.Credentials;
import chat.parley.media.net.loop.MediaLoop;
import chat.parley.media.net.loop.Ways;
import chat.parley.media.net.udp.UdpSocket;
import chat.parley.media.srtp.Crypto;
import chat.parley.media.srtp.PacketIn;
import chat.parley.media.srtp.SrtpIn;
import chat.parley.media.srtp.SrtpOut;
import chat.parley.media.stun.Integrity;
import chat.parley.media.stun.StunMessage;
import chat.parley.media.stun.StunWriter;
import chat.parley.media.wire.Address;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The engine in a loop at a socket, as in a node, with participants who never prove anything over the network: the
/// checks that the engine wants to see are written here.
final class Sealing implements PlainProcess.Way {
    private static final String ROOM = "room";
    private static final String VOICE = "0";
    private static final String SCREEN = "1";
    /// Well before consent ends.
    private static final int PROVE_S = 10;

    private final SecureRandom random = new SecureRandom();
    private final Crypto crypto = Crypto.best();
    private final Map<Address, byte[]> checks = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("checks").daemon().factory());
    private final MediaLoop loop;
    private long publisher;

    Sealing(UdpSocket socket) {
        var ways = new Ways(socket, (bytes, length, destination) -> {});
        loop = new MediaLoop(MediaLoop.Place.alone(), socket, ways, new Engine(crypto, random, ways), event -> {});
        loop.start();
        var _ = clock.scheduleAtFixedRate(() -> checks.forEach(this::prove), PROVE_S, PROVE_S, TimeUnit.SECONDS);
    }

    private void prove(Address source, byte[] check) {
        loop.tell(engine -> engine.handle(check.clone(), 0, check.length, source, loop.now()));
    }

    /// Returns when it is so: a turn of the loop that has begun takes a packet before a command that came earlier.
    private void ask(Consumer<Engine> command) {
        loop.ask(engine -> {
            command.accept(engine);
            return true;
        });
    }

    private long join(Address address) {
        var credentials = Credentials.random(random);
        long id = loop.ask(engine -> engine.join(ROOM, credentials, loop.now()));
        var check = new StunWriter(StunMessage.REQUEST, new byte[12])
                .username(credentials.fragment() + ":plain")
                .priority(1)
                .useCandidate()
                .signed(new Integrity(credentials.password()));
        checks.put(address, check);
        prove(address, check);
        return id;
    }

    @Override
    public void hear(Address source) {
        publisher = join(source);
        var unused = new SrtpOut(crypto, Keys.of(key()));
        ask(engine -> {
            engine.keys(publisher, new Clear(), unused);
            engine.publish(publisher, VOICE, Codec.OPUS, List.of());
            engine.publish(publisher, SCREEN, Codec.VP8, List.of());
        });
    }

    @Override
    public String tell(Address destination) {
        long id = join(destination);
        byte[] key = key();
        var opener = new SrtpIn(crypto, Keys.of(key()));
        var sealer = new SrtpOut(crypto, Keys.of(key));
        ask(engine -> {
            engine.keys(id, opener, sealer);
            engine.subscribe(id, publisher, VOICE, VOICE);
            engine.subscribe(id, publisher, SCREEN, SCREEN);
        });
        return Base64.getEncoder().encodeToString(key);
    }

    private byte[] key() {
        byte[] key = new byte[Keys.PROFILE.keyBytes + Keys.PROFILE.saltBytes];
        random.nextBytes(key);
        return key;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        loop.close();
    }

    /// What comes plain.
    private static final class Clear implements PacketIn {
        @Override
        public int openRtp(byte[] bytes, int at, int length) {
            return length;
        }

        @Override
        public int openRtcp(byte[] bytes, int at, int length) {
            return length;
        }

        @Override
        public void close() {
            // There is no key.
        }
    }
}
