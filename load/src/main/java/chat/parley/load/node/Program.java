package chat.parley.load.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A program in a process of its own, with those that it starts.
public final class Program implements AutoCloseable {
    private final Process process;
    private final @Nullable Path scratch;

    public Program(Path log, String... command) throws IOException {
        this(null, log, command);
    }

    /// @param scratch is gone when the program is
    public Program(@Nullable Path scratch, Path log, String... command) throws IOException {
        this.scratch = scratch;
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /// What a program that ends by itself says.
    public static String says(String... command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    }

    /// Waits until somebody listens there.
    public void awaitPort(int port, int patienceMs) throws IOException, InterruptedException {
        long until = System.nanoTime() + patienceMs * 1_000_000L;
        while (true) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() > until) {
                    throw notYet;
                }
                Thread.sleep(50);
            }
        }
    }

    public double cpuSeconds() throws IOException {
        return Processes.allCpuSeconds(process.toHandle());
    }

    public double rssMb() throws IOException {
        double megabytes = 0;
        for (var part : Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList()) {
            megabytes += Processes.rssMb(part);
        }
        return megabytes;
    }

    @Override
    public void close() throws IOException {
        var parts = process.descendants().toList();
        process.destroy();
        process.onExit().join();
        parts.forEach(ProcessHandle::destroy);
        parts.forEach(it -> it.onExit().join());
        if (scratch != null) {
            Scratch.delete(scratch);
        }
    }
}
