package chat.parley;

import chat.parley.base.json.Json;
import chat.parley.config.Config;
import chat.parley.config.Logging;
import chat.parley.media.net.MediaServer;
import chat.parley.media.net.MediaSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// `parley rehearse`: starts a node, uses it a little and stops it. The launcher lets Java watch this once after a
/// build and write down what it has learnt (the AOT cache), so that real starts take half the time.
final class RehearseCommand implements Command {
    private static final int ROUNDS = 40;
    private static final int CALL_LOOKS = 1_000;
    private static final int LOOK_MS = 10;

    @Override
    public String name() {
        return "rehearse";
    }

    @Override
    public String summary() {
        return "start, use and stop a scratch node, for Java to learn from";
    }

    @Override
    public String help() {
        return """
                parley rehearse --data-dir SCRATCH --port 0

                Starts a node, uses it a little and stops it. The launcher runs this after a build; nobody else needs it.
                """;
    }

    @Override
    public int run(List<String> arguments) {
        var config = Config.read(arguments, Map.of());
        Logging.beQuiet();
        try (var node = Node.start(config, Clock.systemUTC())) {
            for (int i = 0; i < ROUNDS; i++) {
                use(node.port(), i);
            }
            call();
        } catch (IOException failure) {
            System.err.println("The rehearsal failed: " + failure);
            return FAILED;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
        return DONE;
    }

    /// The media server opens for the first who calls, who waits for it: half of that time is Java's, which looks for
    /// classes.
    private static void call() throws IOException, InterruptedException {
        var here = InetAddress.getLoopbackAddress();
        try (var server = MediaServer.start(MediaSettings.of(here, 0, List.of(here)))) {
            server.warmUp();
            for (int i = 0; i < CALL_LOOKS && !server.ready(); i++) {
                Thread.sleep(LOOK_MS);
            }
        }
    }

    /// What comes back does not matter, only that the paths have been walked.
    private static void use(int port, int round) throws IOException {
        for (String path : List.of("/", "/health", "/api/v10/instance", "/api/v10/gateway", "/api/v10/users/@me")) {
            ask(port, "GET", path, "");
        }
        var person = Json.text(Map.of("login", "nobody" + round, "password", "not the password"));
        ask(port, "POST", "/api/v10/auth/login", person);
    }

    /// By a plain socket: the classes of a better client would be learnt too, and then be in every node's memory.
    private static void ask(int port, String method, String path, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body);
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }
}
