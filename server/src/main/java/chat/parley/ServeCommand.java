package chat.parley;

import chat.parley.base.work.HeapThrift;
import chat.parley.config.Config;
import chat.parley.config.Keys;
import chat.parley.config.Logging;
import chat.parley.node.Version;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `parley serve`, and what happens without a command.
final class ServeCommand implements Command {
    /// When the Java program began; the machine's own start-up of some 50 ms is not in it.
    private static final long BEGUN = System.nanoTime();

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String summary() {
        return "start this node (the default)";
    }

    @Override
    public String help() {
        return """
                parley serve [OPTIONS]

                Starts the node and serves until it is told to stop (SIGTERM, Ctrl-C): then it accepts nobody any more,
                tells connected clients to come back, finishes what was begun and exits with 0.

                Each option is also a line of the configuration file and an environment variable:
                --media-port 10000, media_port = 10000, PARLEY_MEDIA_PORT=10000.

                  --config FILE
                %s
                Exit codes: 0 stopped as asked, 1 could not start, 2 written wrongly.
                """.formatted(Keys.ALL.stream()
                .map(it -> "  %-32s %s%n".formatted(it.option(), it.description()))
                .collect(Collectors.joining()));
    }

    @Override
    public int run(List<String> arguments) {
        var config = Config.read(arguments, System.getenv());
        Logging.begin(config);
        var node = Node.start(config, Clock.systemUTC());
        announce(config, node.port());
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node, stopped), "stop"));
        try (var _ = HeapThrift.begin()) {
            stopped.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return DONE;
    }

    private static void announce(Config config, int port) {
        long ms = (System.nanoTime() - BEGUN) / 1_000_000;
        String url = config.publicUrl().isEmpty() ? config.localUrl(port) : config.publicUrl();
        log().info("Parley {} is ready after {} ms: {}", Version.NAME, ms, url);
    }

    /// Runs in a shutdown hook, in which the exit code can only be changed by ending at once: a stop that was asked for
    /// is a success, not Java's 143.
    private static void stop(Node node, CountDownLatch stopped) {
        log().info("Stopping");
        node.close();
        log().info("Stopped");
        stopped.countDown();
        Runtime.getRuntime().halt(DONE);
    }

    /// Not a field: a logger that is made before [Logging#begin] would speak in its own way.
    private static Logger log() {
        return LoggerFactory.getLogger("chat.parley.Parley");
    }
}
