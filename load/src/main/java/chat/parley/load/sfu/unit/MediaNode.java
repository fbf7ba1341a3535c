package chat.parley.load.sfu.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/// Our side of the measured process.
final class MediaNode implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream commands;

    MediaNode() throws IOException {
        process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MediaProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader(UTF_8);
        commands = new PrintStream(process.getOutputStream(), true, UTF_8);
        var _ = line();
    }

    private String line() throws IOException {
        var line = answers.readLine();
        if (line == null) {
            throw new IOException("the media process ended");
        }
        return line;
    }

    /// One command and its answer.
    synchronized String[] ask(String command) throws IOException {
        commands.println(command);
        return line().split(" ", -1);
    }

    void answer(String peer, String description) throws IOException {
        ask("answer " + peer + " " + Base64.getEncoder().encodeToString(description.getBytes(UTF_8)));
    }

    static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), UTF_8);
    }

    double heapKb() throws IOException {
        return Long.parseLong(ask("heap")[0]) / 1024.0;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() throws IOException {
        commands.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        answers.close();
    }
}
