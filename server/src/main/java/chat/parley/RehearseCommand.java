package chat.parley;

import chat.parley.base.json.Json;
import chat.parley.config.Config;
import chat.parley.config.Logging;
import chat.parley.media.net.MediaServer;
import chat.parley.media.net.MediaSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
        try (var node = Node.start(config, Clock.systemUTC());
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            var server = URI.create("http://127.0.0.1:" + node.port());
            for (int i = 0; i < ROUNDS; i++) {
                use(client, server, i);
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
    private static void use(HttpClient client, URI server, int round) throws IOException, InterruptedException {
        for (String path : List.of("/", "/health", "/api/v10/instance", "/api/v10/gateway", "/api/v10/users/@me")) {
            client.send(HttpRequest.newBuilder(server.resolve(path)).build(), HttpResponse.BodyHandlers.discarding());
        }
        var person = Json.text(Map.of("login", "nobody" + round, "password", "not the password"));
        var signIn = HttpRequest.newBuilder(server.resolve("/api/v10/auth/login"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(person))
                .build();
        client.send(signIn, HttpResponse.BodyHandlers.discarding());
    }
}
