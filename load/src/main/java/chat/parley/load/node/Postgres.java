package chat.parley.load.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A PostgreSQL of Debian's, as durable as Parley's own: `load/peers/postgres.sh`. Its user is `peer`, and it trusts
/// everybody.
public final class Postgres {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private Postgres() {}

    public static boolean isThere() {
        return Files.isDirectory(DEBIAN);
    }

    /// @param log gets what it says
    public static Program start(Path log, int port) throws IOException {
        if (!isThere()) {
            throw new IOException("Debian's postgresql is not installed");
        }
        var own = Files.createTempDirectory("parley-postgres");
        return new Program(own, log, script("postgres.sh"), own.toString(), Integer.toString(port));
    }

    /// Beside the launcher, where `load/peers/get.sh` is as well.
    public static String script(String name) {
        var launcher = Path.of(System.getProperty("parley.peers", "load/peers"));
        return launcher.resolve(name).toAbsolutePath().toString();
    }
}
