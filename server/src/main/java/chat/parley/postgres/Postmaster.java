package chat.parley.postgres;

import chat.parley.config.CannotStart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of the server process, from start to exit.
///
/// A small watcher beside it reads our end of a pipe: when the node dies, however it dies, the pipe breaks and the
/// watcher tells PostgreSQL to stop, so a killed node leaves no server behind.
final class Postmaster {
    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    private static final String WATCHED =
            "exec 3<&0; (read quiet <&3 || kill -INT $$) >/dev/null 2>&1 & " + "exec \"$@\" 3<&- </dev/null";
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final long START_DEADLINE_MS = 600_000;
    private static final long STOP_DEADLINE_MS = 30_000;
    private static final long POLL_MS = 5;
    private static final int LINES_KEPT = 20;

    private final Cluster cluster;
    private final Process process;
    private final Deque<String> lastLines = new ArrayDeque<>();
    /// From then on, connections that are cut are no news.
    private volatile boolean stopping;

    private Postmaster(Cluster cluster, Process process) {
        this.cluster = cluster;
        this.process = process;
    }

    /// Returns when connections are accepted, after recovery if there is something to recover.
    static Postmaster start(Cluster cluster, List<String> options) throws IOException {
        Leftover.of(cluster.directory()).remove();
        var command = new ArrayList<>(apart());
        command.addAll(cluster.privileges().command("/bin/sh", "-c", WATCHED, "postgres"));
        command.addAll(List.of(
                cluster.binaries().program("postgres"),
                "-D",
                cluster.directory().toString()));
        command.addAll(options);
        var builder =
                new ProcessBuilder(command).directory(Path.of("/").toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
        var postmaster = new Postmaster(cluster, builder.start());
        Thread.ofPlatform().daemon().name("postgres-log").start(postmaster::relayLog);
        postmaster.awaitReady();
        return postmaster;
    }

    /// Ctrl-C in a terminal reaches every process of its group at once. In a session of its own the server goes
    /// on until the node has finished its writes.
    private static List<String> apart() {
        return Files.isExecutable(SETSID) ? List.of(SETSID.toString()) : List.of();
    }

    Process process() {
        return process;
    }

    /// Cuts connections, writes a checkpoint, exits.
    void stop() {
        stopping = true;
        try {
            interrupt();
            if (!process.waitFor(STOP_DEADLINE_MS, TimeUnit.MILLISECONDS)) {
                log.warn("PostgreSQL did not stop within {} ms; it will recover at the next start", STOP_DEADLINE_MS);
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException failure) {
            log.warn("PostgreSQL could not be told to stop", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the watcher without a signal, after the server has gone by itself.
    void dismissWatcher() {
        try (OutputStream pipe = process.getOutputStream()) {
            pipe.write('\n');
        } catch (IOException goneAlready) {
            log.trace("The watcher had ended", goneAlready);
        }
    }

    /// Closing the pipe is the signal.
    private void interrupt() throws IOException {
        process.getOutputStream().close();
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_DEADLINE_MS);
        while (!ready()) {
            if (!process.isAlive()) {
                dismissWatcher();
                throw new CannotStart("PostgreSQL did not start in " + cluster.directory() + ": " + said());
            }
            if (System.nanoTime() > deadline) {
                stop();
                throw new CannotStart("PostgreSQL was not ready after " + START_DEADLINE_MS / 1_000 + " s: " + said());
            }
            pause();
        }
    }

    /// The eighth line of `postmaster.pid` is the server's own word on its state.
    private boolean ready() throws IOException {
        try {
            var lines = Files.readAllLines(cluster.directory().resolve(Leftover.PID_FILE));
            return lines.size() >= 8 && lines.get(7).strip().equals("ready");
        } catch (NoSuchFileException notYet) {
            return false;
        }
    }

    private void pause() throws IOException {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            interrupt();
            throw new CannotStart("The start was interrupted.", interrupted);
        }
    }

    private void relayLog() {
        try (var lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                if (!stopping && (line.contains("FATAL:") || line.contains("PANIC:"))) {
                    log.warn("{}", line);
                } else {
                    log.debug("{}", line);
                }
            }
        } catch (IOException closed) {
            log.trace("PostgreSQL's log ended", closed);
        }
    }

    private void keep(String line) {
        synchronized (lastLines) {
            lastLines.addLast(line);
            if (lastLines.size() > LINES_KEPT) {
                lastLines.removeFirst();
            }
        }
    }

    private String said() {
        synchronized (lastLines) {
            return String.join("\n", lastLines);
        }
    }
}
