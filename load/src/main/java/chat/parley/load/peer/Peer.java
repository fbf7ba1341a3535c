package chat.parley.load.peer;

import chat.parley.load.node.Processes;
import chat.parley.load.peer.Receivers.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A server with one room, ready to be listened to.
interface Peer extends AutoCloseable {
    String name();

    int port();

    /// What the n-th receiver says until it hears the room.
    List<Step> listening(int n);

    /// What the sender says before it may send.
    List<Step> sending();

    /// One message to everybody in the room, as bytes on the sender's connection.
    byte[] message(String text);

    /// CPU time of the program so far, in seconds.
    double cpuSeconds() throws IOException;

    @Override
    void close() throws IOException;

    /// A program in a process of its own.
    final class Program implements AutoCloseable {
        private final Process process;

        Program(Path log, String... command) throws IOException {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        }

        double cpuSeconds() throws IOException {
            return Processes.cpuSeconds(process.toHandle());
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }
}
