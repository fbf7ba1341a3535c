package chat.parley.load.sfu.unit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;

/// Those that are there.
public final class Units {
    /// In the folder of the others, when mediasoup is among them.
    public static final String MEDIASOUP = "bin/mediasoup-worker";

    private static final String FOLDER = "load/target/peers";

    /// @param needs a file without which there is nothing to start
    private record Peer(String name, String needs, Starting starting) {}

    @FunctionalInterface
    private interface Starting {
        Unit in(Path folder) throws Exception;
    }

    private static final List<Peer> PEERS = List.of(
            new Peer("mediasoup", MEDIASOUP, Mediasoup::new),
            new Peer("Janus", "janus/janus.jcfg", it -> new Janus("Janus", it.resolve("janus"))),
            new Peer(
                    "Janus with event loops",
                    "janus-loops/janus.jcfg",
                    it -> new Janus("Janus with event loops", it.resolve("janus-loops"))),
            new Peer("LiveKit", "bin/livekit-server", LiveKit::new));

    private Units() {}

    public static Unit ours() throws IOException {
        return new Ours();
    }

    /// Ours as it was, or might be.
    ///
    /// @param classes the jar of its measuring program, or a folder of classes
    public static Unit before(String classes) throws IOException {
        return new Ours("before", classes);
    }

    /// @param named empty for where `load/peers/sfu.sh` puts the others unasked
    public static Path folder(String named) {
        return Path.of(named.isEmpty() ? FOLDER : named).toAbsolutePath();
    }

    /// The others, by name.
    ///
    /// @param folder where `load/peers/sfu.sh` put them; empty for where it puts them unasked
    /// @param missing is told the name of each that cannot take part, and why
    public static Map<String, Callable<Unit>> peers(String folder, BiConsumer<String, String> missing) {
        var there = folder(folder);
        var found = new LinkedHashMap<String, Callable<Unit>>();
        for (var peer : PEERS) {
            if (Files.exists(there.resolve(peer.needs))) {
                found.put(peer.name, () -> peer.starting.in(there));
            } else {
                missing.accept(peer.name, "not there: see load/peers/sfu.sh");
            }
        }
        return found;
    }
}
