package chat.parley.load.sfu;

import chat.parley.media.codec.Codec;
import chat.parley.media.net.BrowserPeer;
import chat.parley.media.net.Count;
import chat.parley.media.net.MediaServer;
import chat.parley.media.net.MediaSettings;
import chat.parley.media.net.client.MediaClient;
import chat.parley.media.net.dtls.Identity;
import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Rooms with one speaker and some listeners each, in this process: so the time that the media loops' own threads take
/// can be told apart from everything else.
final class Lectures implements AutoCloseable {
    private static final long LOOK_NANOS = 10_000_000;
    private static final long PATIENCE_NANOS = 1_000_000_000;
    private static final int VOICE_BYTES = 100;
    private static final String VOICE = "0";

    private final SecureRandom random = new SecureRandom();
    private final Identity identity = Identity.create(random);
    private final MediaServer server;
    private final List<MediaClient> speakers = new ArrayList<>();
    private final List<MediaClient> clients = new ArrayList<>();
    private final byte[] voice = new byte[VOICE_BYTES];
    private final int listeners;
    private final Exertion loopThreads;
    private long number;

    Lectures(int loops, int rooms, int listeners) throws IOException {
        this.listeners = listeners;
        var host = InetAddress.getLoopbackAddress();
        server = MediaServer.start(MediaSettings.of(host, 0, List.of(host)).withLoops(loops));
        server.warmUp();
        while (!server.ready()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        for (int i = 0; i < rooms; i++) {
            room("room " + i);
        }
        loopThreads = Exertion.of("media-[0-9]+");
    }

    private void room(String name) throws IOException {
        var speaker = server.join(name, (it, event) -> {});
        speakers.add(connected(speaker));
        for (int i = 0; i < listeners; i++) {
            var listener = server.join(name, (it, event) -> {});
            connected(listener);
            listener.subscribe(speaker, VOICE);
        }
    }

    private MediaClient connected(BrowserPeer peer) throws IOException {
        var offer = peer.offer();
        var client = new MediaClient(offer, identity, random);
        clients.add(client);
        peer.answer(client.answer(offer));
        client.connect();
        return client;
    }

    /// Everybody who speaks says one word. The loops are asked nothing meanwhile, since an answer costs them as much as
    /// several packets.
    ///
    /// @return what it cost them until all was sent on and they rested, in nanoseconds. What the listeners answer
    /// comes later.
    long say() throws IOException {
        number++;
        long expected = forwarded() + (long) listeners * speakers.size();
        long before = loopThreads.restedNanos();
        for (var speaker : speakers) {
            speaker.send(Codec.OPUS, VOICE, 11, number, 960 * number, false, voice);
        }
        long cost = loopThreads.restedNanos() - before;
        long until = System.nanoTime() + PATIENCE_NANOS;
        while ((cost == 0 || forwarded() < expected) && System.nanoTime() < until) {
            cost = loopThreads.restedNanos() - before;
        }
        for (var client : clients) {
            while (client.receive(System.nanoTime()) != null) {
                // To have received it is all.
            }
        }
        return cost;
    }

    long forwarded() {
        return server.counts().of(Count.FORWARDED);
    }

    /// How long the packets of one word stay in the server at most, in nanoseconds.
    long longest() throws IOException {
        var before = server.delays();
        say();
        var after = server.delays();
        return before == null || after == null ? 0 : after.since(before).percentile(100);
    }

    long passed() {
        return server.counts().of(Count.PASSED);
    }

    @Override
    public void close() throws IOException {
        for (var client : clients) {
            client.close();
        }
        server.close();
    }
}
