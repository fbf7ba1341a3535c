package chat.parley.load.node;

import chat.parley.load.Options;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A Parley of our own: the real launcher in a child process, embedded PostgreSQL, rate limits lifted, data in a
/// scratch folder.
public final class Node implements AutoCloseable {
    private static final long READY_WITHIN_NS = TimeUnit.SECONDS.toNanos(60);

    public final int port;
    /// From the start of the process to the first 200 of `/health`.
    public final double readyMs;

    private final Process process;
    private final Path data;
    private final boolean scratch;

    private Node(Process process, int port, double readyMs, Path data, boolean scratch) {
        this.process = process;
        this.port = port;
        this.readyMs = readyMs;
        this.data = data;
        this.scratch = scratch;
    }

    public static Node start(Options options) throws IOException, InterruptedException {
        return start(folder(options), options.text("data-dir", "").isEmpty());
    }

    /// Where a node keeps its data: the folder that was given, or a new one.
    public static Path folder(Options options) throws IOException {
        var given = options.text("data-dir", "");
        return given.isEmpty() ? Files.createTempDirectory("parley-load") : Path.of(given);
    }

    public static Node start(Path data, boolean scratch) throws IOException, InterruptedException {
        return start(data, scratch, Map.of());
    }

    /// @param settings further ones, as variables of the environment
    public static Node start(Path data, boolean scratch, Map<String, String> settings)
            throws IOException, InterruptedException {
        int port = Processes.freePort();
        var builder = new ProcessBuilder(
                System.getProperty("parley.launcher", "./parley"),
                "serve",
                "--data-dir",
                data.toString(),
                "--port",
                Integer.toString(port),
                "--media-port",
                Integer.toString(Processes.freePort()));
        var environment = builder.environment();
        environment.put("PARLEY_RATE_LIMITS", "off");
        environment.put("PARLEY_REGISTRATION", "open");
        environment.putAll(settings);
        builder.redirectErrorStream(true)
                .redirectOutput(data.resolve("load.log").toFile());
        long start = System.nanoTime();
        var process = builder.start();
        awaitReady(process, port, start);
        return new Node(process, port, (System.nanoTime() - start) / 1e6, data, scratch);
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /// Of the PostgreSQL that it brought.
    public String postgresVersion() throws IOException {
        try (var folders = Files.list(data.resolve("postgres"))) {
            var program = folders.map(it -> it.resolve("bin/postgres"))
                    .filter(Files::isExecutable)
                    .findFirst();
            return program.isEmpty() ? "unknown" : Program.says(program.get().toString(), "--version");
        }
    }

    public Path data() {
        return data;
    }

    /// CPU time of the node and its database so far, in seconds.
    public double cpuSeconds() throws IOException {
        return Processes.allCpuSeconds(process.toHandle());
    }

    /// CPU time of the JVM alone, in seconds.
    public double jvmCpuSeconds() throws IOException {
        return Processes.cpuSeconds(process.toHandle());
    }

    /// Of the JVM.
    public long pid() {
        return process.pid();
    }

    /// Resident memory of the JVM, in megabytes.
    public double rssMb() throws IOException {
        return Processes.rssMb(process.toHandle());
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        if (scratch) {
            Scratch.delete(data);
        }
    }

    private static void awaitReady(Process process, int port, long start) throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                    .build();
            while (System.nanoTime() - start < READY_WITHIN_NS) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("The node ended with " + process.exitValue());
                }
                try {
                    if (http.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    Thread.sleep(10);
                }
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("The node was not ready within a minute");
    }
}
