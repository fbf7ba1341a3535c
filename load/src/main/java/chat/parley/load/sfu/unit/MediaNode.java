package chat.parley.load.sfu.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Our side of a measured process of ours, which obeys lines on its standard input and answers each with one line.
public final class MediaNode implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream commands;
    private final String greeting;

    /// @param program with a `main` method; the first line that it says is its [#greeting]
    public MediaNode(Class<?> program, String... arguments) throws IOException {
        this("", program, arguments);
    }

    /// @param before where classes are looked for first, empty for nowhere
    MediaNode(String before, Class<?> program, String... arguments) throws IOException {
        var path = System.getProperty("java.class.path");
        var command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx1g",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                before.isEmpty() ? path : before + File.pathSeparator + path,
                program.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader(UTF_8);
        commands = new PrintStream(process.getOutputStream(), true, UTF_8);
        greeting = line();
    }

    public String greeting() {
        return greeting;
    }

    private String line() throws IOException {
        var line = answers.readLine();
        if (line == null) {
            throw new IOException("the media process ended");
        }
        return line;
    }

    /// One command and its answer.
    public synchronized String[] ask(String command) throws IOException {
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

    public ProcessHandle handle() {
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
