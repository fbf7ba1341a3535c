package chat.parley.load.sfu.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.parley.media.net.BrowserPeer;
import chat.parley.media.net.Count;
import chat.parley.media.net.MediaServer;
import chat.parley.media.net.MediaSettings;
import chat.parley.media.net.Source;
import chat.parley.media.net.loop.Delays;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The measured process. It obeys lines on its standard input, and answers each with one line.
public final class MediaProcess {
    private static final long LOOK_NANOS = 10_000_000;
    private static final String VOICE = "0";

    private final MediaServer server;
    private @Nullable Delays before;
    private final Map<Long, BrowserPeer> peers = new HashMap<>();

    private MediaProcess(MediaServer server) {
        this.server = server;
    }

    public static void main(String... arguments) throws IOException {
        var host = InetAddress.getLoopbackAddress();
        try (var server = MediaServer.start(MediaSettings.of(host, 0, List.of(host)));
                var commands = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            server.warmUp();
            while (!server.ready()) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            var process = new MediaProcess(server);
            System.out.println("ready");
            for (var line = commands.readLine(); line != null; line = commands.readLine()) {
                System.out.println(process.obey(line.split(" ", -1)));
            }
        }
    }

    private String obey(String... words) {
        return switch (words[0]) {
            case "join" -> join(words[1]);
            case "leave" -> leave(peer(words[1]));
            case "screen" -> screen(peer(words[1]));
            case "answer" -> {
                peer(words[1]).answer(new String(Base64.getDecoder().decode(words[2]), UTF_8));
                yield "ok";
            }
            case "subscribe" -> peer(words[1]).subscribe(peer(words[2]), words[3]);
            case "gather" -> gather(words[1]);
            case "counts" -> counts();
            case "stayed" -> stayed();
            case "heap" -> heap();
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private BrowserPeer peer(String id) {
        var peer = peers.get(Long.parseLong(id));
        if (peer == null) {
            throw new IllegalArgumentException("nobody is " + id);
        }
        return peer;
    }

    private String join(String room) {
        var peer = server.join(room, (it, event) -> {});
        peers.put(peer.id(), peer);
        return peer.id() + " " + encoded(peer.offer());
    }

    private String leave(BrowserPeer peer) {
        peers.remove(peer.id());
        peer.leave();
        return "ok";
    }

    private static String screen(BrowserPeer peer) {
        var mid = peer.publish(Source.SCREEN);
        return mid + " " + encoded(peer.offer());
    }

    /// From now on everybody in the room hears everybody else.
    private String gather(String room) {
        var people =
                peers.values().stream().filter(it -> it.room().equals(room)).toList();
        for (var listener : people) {
            people.stream().filter(it -> it.id() != listener.id()).forEach(it -> listener.subscribe(it, VOICE));
        }
        return "ok";
    }

    private String counts() {
        var counts = server.counts();
        return counts.of(Count.RECEIVED) + " " + counts.of(Count.FORWARDED) + " " + counts.of(Count.GATED);
    }

    /// Since this was asked before.
    private String stayed() {
        var now = server.delays();
        var since = now == null || before == null ? now : now.since(before);
        before = now;
        return since == null ? "0 0" : since.percentile(50) + " " + since.percentile(99);
    }

    /// What is in use after a collection.
    private static String heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return String.valueOf(runtime.totalMemory() - runtime.freeMemory());
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
