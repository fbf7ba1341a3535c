package chat.parley.postgres;

import chat.parley.config.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What an earlier run left: a server that still runs though its node was killed, or a `postmaster.pid` whose
/// number now belongs to somebody else (usual in containers, where numbers repeat), at which PostgreSQL would
/// refuse to start.
///
/// The caller holds the lock on the data directory, so no living node uses this cluster.
record Leftover(Path pidFile, Optional<ProcessHandle> server) {
    static final String PID_FILE = "postmaster.pid";
    private static final Logger log = LoggerFactory.getLogger(Leftover.class);
    private static final long STOP_DEADLINE_S = 60;

    static Leftover of(Path cluster) throws IOException {
        Path pidFile = cluster.resolve(PID_FILE);
        if (!Files.exists(pidFile)) {
            return new Leftover(pidFile, Optional.empty());
        }
        var lines = Files.readAllLines(pidFile);
        var server = lines.isEmpty() ? Optional.<ProcessHandle>empty() : running(lines.getFirst(), cluster);
        return new Leftover(pidFile, server);
    }

    void remove() throws IOException {
        if (server.isPresent()) {
            stop(server.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private static Optional<ProcessHandle> running(String pid, Path cluster) {
        try {
            return ProcessHandle.of(Long.parseLong(pid.strip())).filter(it -> serves(it, cluster));
        } catch (NumberFormatException torn) {
            return Optional.empty();
        }
    }

    private static boolean serves(ProcessHandle process, Path cluster) {
        var arguments = process.info().arguments().map(List::of).orElse(List.of());
        return arguments.contains(cluster.toString());
    }

    private static void stop(ProcessHandle server) {
        log.warn("Stopping PostgreSQL {}, which outlived the node that had started it", server.pid());
        // INT is PostgreSQL's fast shutdown; Java itself can only send TERM, which would wait for clients.
        Shell.run(List.of("/bin/sh", "-c", "kill -INT " + server.pid()));
        try {
            server.onExit().get(STOP_DEADLINE_S, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stuck) {
            throw new CannotStart(
                    "PostgreSQL " + server.pid() + " still uses the data directory and does not stop: "
                            + "end it, for example by `kill -QUIT " + server.pid() + "`, and start again.",
                    stuck);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
