package chat.parley.load.sfu.unit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Another unit's program; what it says goes to a file.
record Program(Process process) implements AutoCloseable {
    private static final long READY_WITHIN_NS = 20_000_000_000L;
    private static final int LOOK_MS = 50;

    static Program start(Path log, List<String> command) throws IOException {
        return new Program(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
    }

    @FunctionalInterface
    interface Attempt<T> {
        T make() throws IOException;
    }

    /// Tries until it succeeds.
    <T> T await(Attempt<T> attempt) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (true) {
            try {
                return attempt.make();
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() - began > READY_WITHIN_NS) {
                    close();
                    throw notYet;
                }
                Thread.sleep(LOOK_MS);
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
