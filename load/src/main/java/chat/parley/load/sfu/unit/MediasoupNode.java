package chat.parley.load.sfu.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.parley.load.node.Processes;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// mediasoup: one worker, one router. `load/peers/mediasoup.cjs` obeys us; the worker is a process of its own, and only
/// that one is counted.
public final class MediasoupNode implements Closeable {
    private final Process node;
    private final BufferedReader answers;
    private final PrintStream commands;
    private final ProcessHandle worker;

    public MediasoupNode(Path folder) throws IOException {
        var builder = new ProcessBuilder(
                "node", folder.resolve("mediasoup.cjs").toString(), Integer.toString(Processes.freeUdpPort()));
        builder.environment()
                .put(
                        "MEDIASOUP_WORKER_BIN",
                        folder.resolve("bin/mediasoup-worker").toString());
        builder.environment().put("LD_LIBRARY_PATH", folder.resolve("lib").toString());
        node = builder.redirectError(folder.resolve("mediasoup.log").toFile()).start();
        answers = node.inputReader(UTF_8);
        commands = new PrintStream(node.getOutputStream(), true, UTF_8);
        worker = ProcessHandle.of(answer().path("worker").asLong()).orElseThrow();
    }

    private JsonNode answer() throws IOException {
        var line = answers.readLine();
        if (line == null) {
            throw new IOException("mediasoup ended");
        }
        return JsonMapper.shared().readTree(line);
    }

    public synchronized JsonNode ask(Map<String, ?> command) throws IOException {
        commands.println(JsonMapper.shared().writeValueAsString(command));
        var answer = answer();
        if (answer.has("error")) {
            throw new IOException(answer.path("error").asString());
        }
        return answer;
    }

    public ProcessHandle worker() {
        return worker;
    }

    @Override
    public void close() throws IOException {
        commands.close();
        new Program(node).close();
        answers.close();
    }
}
