package chat.parley.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Short programs that are run to their end.
final class Shell {
    private static final long DEADLINE_S = 120;

    record Outcome(int status, String output) {
        boolean worked() {
            return status == 0;
        }
    }

    private Shell() {}

    /// @return status 127 when there is no such program
    static Outcome run(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(DEADLINE_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Outcome(124, output);
            }
            return new Outcome(process.exitValue(), output.strip());
        } catch (IOException noSuchProgram) {
            return new Outcome(127, String.valueOf(noSuchProgram.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Outcome(130, "interrupted");
        }
    }
}
