package chat.parley.testing;

import chat.parley.postgres.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The real program in a process of its own, with its own PostgreSQL and data directory: what can be killed.
public final class ServerProcess implements AutoCloseable {
    private static final long READY_WITHIN_S = 90;
    private static final long STOPPED_WITHIN_S = 60;
    private static final long POLL_MS = 20;

    private final Path data;
    private final int port;
    private final List<String> options;
    private Process process;

    private ServerProcess(Path data, int port, List<String> options) {
        this.data = data;
        this.options = List.copyOf(options);
        this.port = port;
        this.process = spawn();
    }

    /// Returns when the server is ready. PostgreSQL's programs need not be unpacked when another test has done it.
    ///
    /// @param options further ones of `parley serve`
    public static ServerProcess start(Path data, String... options) {
        lend(data.resolve("postgres"));
        return startAlone(data, options);
    }

    /// The same with nothing but what the server makes itself.
    public static ServerProcess startAlone(Path data, String... options) {
        try {
            var server = new ServerProcess(data, FreePort.onLoopback(), List.of(options));
            server.awaitReady();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void lend(Path home) {
        try (var shared = Files.newDirectoryStream(TestDatabase.binaries(), "postgres-*")) {
            Files.createDirectories(home);
            for (var programs : shared) {
                Files.createSymbolicLink(home.resolve(programs.getFileName()), programs);
            }
        } catch (NotDirectoryException | NoSuchFileException none) {
            // They are unpacked once more.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public URI http() {
        return URI.create((secure() ? "https" : "http") + "://127.0.0.1:" + port);
    }

    public URI gateway() {
        return URI.create((secure() ? "wss" : "ws") + "://127.0.0.1:" + port + "/gateway?v=10&encoding=json");
    }

    private boolean secure() {
        return options.contains("--tls-certificate");
    }

    public HttpCaller caller() {
        return new HttpCaller(http());
    }

    /// `kill -9`: nothing is finished, nothing said.
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /// `kill -9` for its PostgreSQL.
    public void killDatabase() {
        ProcessHandle.of(databasePid()).orElseThrow().destroyForcibly();
    }

    public long databasePid() {
        try {
            var lines = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
            return Long.parseLong(lines.getFirst().strip());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// SIGTERM.
    ///
    /// @return the exit code
    public int stop() {
        process.destroy();
        return awaitExit();
    }

    /// After [#kill()] or [#stop()]: the same data, the same port.
    public void startAgain() {
        process = spawn();
        awaitReady();
    }

    /// Everything it has printed.
    public String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroy();
        awaitExit();
    }

    private Process spawn() {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", "")),
                "chat.parley.Main",
                "serve"));
        command.addAll(List.of("--data-dir", data.toString(), "--host", "127.0.0.1", "--port", String.valueOf(port)));
        command.addAll(List.of("--rate-limits", "off", "--argon2-memory-kib", "1024", "--argon2-iterations", "1"));
        command.addAll(options);
        try {
            Files.createDirectories(data);
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(logFile().toFile()))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path logFile() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_WITHIN_S);
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new AssertionError("The server did not become ready:\n" + log());
            }
            pause();
        }
    }

    private boolean answers() {
        try {
            return caller().get("//health").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private int awaitExit() {
        try {
            if (!process.waitFor(STOPPED_WITHIN_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The server did not stop:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
