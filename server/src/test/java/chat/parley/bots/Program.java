package chat.parley.bots;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A bot in a process of its own, and every line it has written.
final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path BOTS = Path.of("../bots").toAbsolutePath().normalize();

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reading;

    private Program(List<String> command, Map<String, String> environment) {
        var builder = new ProcessBuilder(command).directory(BOTS.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        reading = Thread.ofVirtual().start(this::read);
    }

    /// @param script below `bots/`
    static Program node(String script, Map<String, String> environment) {
        if (!BOTS.resolve("node_modules/discord.js").toFile().isDirectory()) {
            throw new AssertionError("The bots' packages are not installed: run `npm install` in bots/");
        }
        return new Program(List.of("node", script), environment);
    }

    /// @param script below `bots/`
    static Program python(String script, Map<String, String> environment) {
        return new Program(List.of(Python.interpreter(), script), environment);
    }

    /// Runs a script to its end.
    static void ran(String... script) {
        var command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(script));
        try (var program = new Program(command, Map.of())) {
            int code = program.process.waitFor();
            program.reading.join();
            if (code != 0) {
                throw new AssertionError(String.join("\n", program.lines()));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    /// When something fails, what the bot wrote tells why.
    static void watched(Program program, Runnable job) {
        try {
            job.run();
        } catch (AssertionError failed) {
            throw new AssertionError(failed.getMessage() + "\n" + String.join("\n", program.lines()), failed);
        }
    }

    /// @param main a class among the tests
    static Program java(Class<?> main, Map<String, String> environment) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new Program(List.of(java, "-Xmx128m", "-cp", absolute(classes), main.getName()), environment);
    }

    private static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .map(it -> Path.of(it).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// Waits for a line.
    String line(Predicate<String> wanted, String what) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var found = lines.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (!process.isAlive() && !reading.isAlive()) {
                break;
            }
            sleep();
        }
        throw new AssertionError("Waited in vain for " + what + "; it said:\n" + String.join("\n", lines));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            reading.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    static void sleep() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    private void read() {
        try (var out = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            lines.add("The program's output broke off: " + closed);
        }
    }
}
