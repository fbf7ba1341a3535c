package chat.parley.load.sfu.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.parley.load.node.Processes;
import chat.parley.media.net.client.Invitation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// mediasoup: one worker, one router, one port for all. `load/peers/mediasoup.cjs` is its signalling; the worker is a
/// process of its own, and only that one is counted.
final class Mediasoup implements Unit {
    private final Process node;
    private final BufferedReader answers;
    private final PrintStream commands;
    private final ProcessHandle worker;

    Mediasoup(Path folder) throws IOException {
        var builder = new ProcessBuilder(
                "node", folder.resolve("mediasoup.cjs").toString(), Integer.toString(Processes.freePort()));
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

    private synchronized JsonNode ask(Map<String, String> command) throws IOException {
        commands.println(JsonMapper.shared().writeValueAsString(command));
        var answer = answer();
        if (answer.has("error")) {
            throw new IOException(answer.path("error").asString());
        }
        return answer;
    }

    private Person join(String as) throws IOException {
        var joined = ask(Map.of("do", as, "fingerprint", Person.fingerprint()));
        var invitation = new Invitation(
                joined.path("fragment").asString(),
                joined.path("password").asString(),
                joined.path("fingerprint").asString(),
                new InetSocketAddress(
                        joined.path("host").asString(), joined.path("port").asInt()));
        return Person.connected(joined.path("id").asString(), invitation);
    }

    @Override
    public String name() {
        return "mediasoup";
    }

    @Override
    public Publisher publish() throws IOException {
        return new Publisher(join("publish"), "0", "1");
    }

    @Override
    public Person attend() throws IOException {
        return join("attend");
    }

    @Override
    public void leave(Person person) throws Exception {
        ask(Map.of("do", "leave", "id", person.id()));
        person.close();
    }

    @Override
    public ProcessHandle forwarder() {
        return worker;
    }

    @Override
    public void close() throws IOException {
        commands.close();
        new Program(node).close();
        answers.close();
    }
}
