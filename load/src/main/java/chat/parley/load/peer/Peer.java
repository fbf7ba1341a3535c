package chat.parley.load.peer;

import chat.parley.load.node.Processes;
import chat.parley.load.node.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A server with one room, ready to be listened to.
interface Peer extends AutoCloseable {
    String name();

    Audience audience(int listeners) throws Exception;

    Voice voice() throws Exception;

    /// CPU time of the program so far, in seconds.
    double cpuSeconds() throws IOException;

    /// CPU time of the database that it keeps messages in, in seconds; 0 where it keeps none.
    double databaseCpuSeconds() throws IOException;

    /// Resident memory of the program, in megabytes.
    double rssMb() throws IOException;

    @Override
    void close() throws IOException;

    /// A program in a process of its own, with those that it starts.
    final class Program implements AutoCloseable {
        private final Process process;
        private final @Nullable Path scratch;

        Program(Path log, String... command) throws IOException {
            this(null, log, command);
        }

        /// @param scratch is gone when the program is
        Program(@Nullable Path scratch, Path log, String... command) throws IOException {
            this.scratch = scratch;
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        }

        double cpuSeconds() throws IOException {
            double seconds = 0;
            for (var part : parts()) {
                seconds += Processes.cpuSeconds(part);
            }
            return seconds;
        }

        double rssMb() throws IOException {
            double megabytes = 0;
            for (var part : parts()) {
                megabytes += Processes.rssMb(part);
            }
            return megabytes;
        }

        private Iterable<ProcessHandle> parts() {
            return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .toList();
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
}
