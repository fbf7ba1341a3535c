package chat.parley.checkup;

import chat.parley.config.CannotStart;
import chat.parley.config.Config;
import chat.parley.config.DataDirectory;
import chat.parley.config.Keys;
import chat.parley.postgres.Durability;
import chat.parley.postgres.NodeDatabase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at what a node needs from its machine. Each finding says what is wrong and what helps.
public final class Checkup {
    private static final long DISK_MIN_BYTES = 1L << 30;
    private static final long SLOW_DISK_MICROS = 20_000;
    private static final int JAVA_MIN = 25;

    private final Config config;
    private final List<Finding> findings = new ArrayList<>();

    public Checkup(Config config) {
        this.config = config;
    }

    public List<Finding> findings() {
        java();
        Path path = config.of(Keys.DATA_DIR).toAbsolutePath().normalize();
        try (var data = claim(path)) {
            disk(path);
            database(path, data == null);
            if (data == null) {
                good("TCP port", "in use by the running node");
            } else {
                tcpPort();
            }
            findings.addAll(new Calls(config).findings(path, data == null));
        } catch (CannotStart refusal) {
            bad("data directory", path.toString(), String.valueOf(refusal.getMessage()));
        }
        return findings;
    }

    /// Nothing when a running node holds it, beside which we only look.
    private static @Nullable DataDirectory claim(Path path) {
        try {
            return DataDirectory.claim(path);
        } catch (DataDirectory.InUse running) {
            return null;
        }
    }

    private void java() {
        int feature = Runtime.version().feature();
        var found = Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " cores, up to "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MB of heap";
        if (feature >= JAVA_MIN) {
            good("java", found);
        } else {
            bad("java", found, "Install a JDK " + JAVA_MIN + " or newer.");
        }
    }

    private void disk(Path path) {
        try {
            long free = Files.getFileStore(path).getUsableSpace();
            long micros = Durability.fdatasyncMicros(path);
            String found = path + ", " + (free >> 20) + " MB free, fdatasync " + micros + " µs";
            if (free < DISK_MIN_BYTES) {
                bad("data directory", found, "Make room: less than 1 GB is left.");
            } else if (micros > SLOW_DISK_MICROS) {
                bad("data directory", found, "Every message waits for this disk. Move the directory to a faster one.");
            } else {
                good("data directory", found);
            }
        } catch (IOException failure) {
            bad("data directory", path + ": " + failure, "Make it writable for the user who runs Parley.");
        }
    }

    private void database(Path path, boolean running) {
        boolean own = config.of(Keys.DATABASE_URL).isEmpty();
        if (own && !running && !Files.isDirectory(path.resolve("postgres"))) {
            good("database", "will be made at the first start");
            return;
        }
        try (var database = running ? NodeDatabase.visit(config, path) : NodeDatabase.open(config, path)) {
            String version = database.database()
                    .first("SELECT current_setting('server_version') AS version", row -> row.text("version"))
                    .orElse("");
            Durability.check(database.database());
            good("database", "PostgreSQL " + version + " at " + database.server() + ", durable");
        } catch (CannotStart refusal) {
            bad("database", own ? "Parley's own" : "external", String.valueOf(refusal.getMessage()));
        }
    }

    private void tcpPort() {
        int port = config.of(Keys.PORT);
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(config.of(Keys.HOST), port));
            good("TCP port", port + " is free");
        } catch (IOException taken) {
            bad("TCP port", port + ": " + taken.getMessage(), "Stop what uses it, or choose another by --port.");
        }
    }

    private void good(String subject, String observation) {
        findings.add(Finding.good(subject, observation));
    }

    private void bad(String subject, String observation, String remedy) {
        findings.add(Finding.bad(subject, observation, remedy));
    }
}
