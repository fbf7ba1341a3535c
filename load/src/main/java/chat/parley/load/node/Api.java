package chat.parley.load.node;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The few calls that prepare a scenario. The measured loops use [Line].
public final class Api implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Node node;

    public Api(Node node) {
        this.node = node;
    }

    /// Registers somebody and returns the access token.
    public String register(String username) throws IOException, InterruptedException {
        return call("POST", "/auth/register", "", Map.of("username", username, "password", "correct-horse-" + username))
                .path("token")
                .asString();
    }

    /// Makes a guild and returns its id.
    public String guild(String token) throws IOException, InterruptedException {
        return call("POST", "/guilds", token, Map.of("name", "Load")).path("id").asString();
    }

    /// The guild's first text channel.
    public String textChannel(String token, String guild) throws IOException, InterruptedException {
        for (var channel : call("GET", "/guilds/" + guild + "/channels", token, Map.of())) {
            if (channel.path("type").asInt() == 0) {
                return channel.path("id").asString();
            }
        }
        throw new IllegalStateException("The guild has no text channel");
    }

    public String invite(String token, String channel) throws IOException, InterruptedException {
        return call("POST", "/channels/" + channel + "/invites", token, Map.of("max_age", 0))
                .path("code")
                .asString();
    }

    public void join(String token, String code) throws IOException, InterruptedException {
        call("POST", "/invites/" + code, token, Map.of());
    }

    public JsonNode call(String method, String path, String token, Map<String, Object> body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(node.url("/api/v10" + path)))
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", token);
        }
        var content = method.equals("GET")
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body));
        var answer = http.send(request.method(method, content).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty()
                ? JsonMapper.shared().createObjectNode()
                : JsonMapper.shared().readTree(answer.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
