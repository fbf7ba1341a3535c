package chat.parley.bots;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// discord.py with zstandard in an environment of its own, kept among what is built. Where Python or the network is
/// missing, the tests that need it are passed over and say so.
final class Python {
    private static final Path ENVIRONMENT = Path.of("target/discordpy").toAbsolutePath();
    private static final Path WANTED =
            Path.of("../bots/discordpy/requirements.txt").toAbsolutePath().normalize();
    private static final long PATIENCE_S = 180;

    private Python() {}

    /// The interpreter that knows discord.py.
    static String interpreter() {
        try {
            String wanted = Files.readString(WANTED);
            Path done = ENVIRONMENT.resolve("installed.txt");
            if (!Files.exists(done) || !Files.readString(done).equals(wanted)) {
                run("python3", "-m", "venv", "--clear", ENVIRONMENT.toString());
                run(bin("pip"), "install", "--quiet", "--disable-pip-version-check", "-r", WANTED.toString());
                Files.writeString(done, wanted);
            }
            return bin("python");
        } catch (IOException missing) {
            return Assumptions.abort("discord.py is not tested, because it cannot be installed here: " + missing);
        }
    }

    private static String bin(String program) {
        return ENVIRONMENT.resolve("bin").resolve(program).toString();
    }

    private static void run(String... command) throws IOException {
        var process = new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
                .start();
        try {
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(Files.readString(log().toPath(), StandardCharsets.UTF_8));
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(hurried);
        }
    }

    private static File log() throws IOException {
        var log = ENVIRONMENT.resolveSibling("discordpy.log");
        Files.createDirectories(log.getParent());
        return log.toFile();
    }
}
