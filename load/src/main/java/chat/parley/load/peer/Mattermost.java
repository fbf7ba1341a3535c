package chat.parley.load.peer;

import chat.parley.load.crowd.Frames;
import chat.parley.load.node.Town;
import chat.parley.load.peer.Receivers.Step;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Mattermost: one team, one channel, as many accounts as Parley has for as many listeners, posts by its REST API,
/// and events by its WebSocket.
final class Mattermost implements Peer {
    private static final long READY_WITHIN_NS = 120_000_000_000L;
    private static final String PASSWORD = "Correct-horse-1";
    /// An empty pong: one that nobody asked for is allowed (RFC 6455, section 5.5.3).
    private static final byte[] PONG = {(byte) 0x8A, (byte) 0x80, 0, 0, 0, 0};

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Host host;
    private final List<String> tokens = new ArrayList<>();
    private String team = "";
    private String channel = "";

    Mattermost(int port, Host host) {
        this.port = port;
        this.host = host;
    }

    Mattermost ready() throws Exception {
        long began = System.nanoTime();
        while (tokens.isEmpty()) {
            try {
                call("GET", "/system/ping", "", Map.of());
                tokens.add(person(0));
            } catch (IOException notYet) {
                if (System.nanoTime() - began > READY_WITHIN_NS) {
                    close();
                    throw new IllegalStateException("Mattermost was not ready in time", notYet);
                }
                Thread.sleep(200);
            }
        }
        team = made("/teams", Map.of("name", "town", "display_name", "Town", "type", "O"));
        channel = made("/channels", Map.of("team_id", team, "name", "room", "display_name", "Room", "type", "O"));
        return this;
    }

    @Override
    public String name() {
        return "Mattermost";
    }

    @Override
    public Host host() {
        return host;
    }

    /// Who has come once stays a member.
    @Override
    public Audience audience(int listeners) throws Exception {
        for (int i = tokens.size(); i < Town.peopleFor(listeners); i++) {
            var token = person(i);
            var who = call("GET", "/users/me", token, Map.of()).path("id").asString();
            made("/teams/" + team + "/members", Map.of("team_id", team, "user_id", who));
            made("/channels/" + channel + "/members", Map.of("user_id", who));
            tokens.add(token);
        }
        return talk(Frames.goodbye()).audience(listeners);
    }

    /// Speaks by HTTP, so there is nothing to say goodbye to.
    @Override
    public Voice voice() throws IOException {
        return talk(Talk.NOTHING).voice();
    }

    private Talk talk(byte[] goodbye) {
        return new Talk(port, this::listening, List.of(), this::posted, PONG, goodbye);
    }

    private List<Step> listening(int n) {
        var bearer = "Authorization: Bearer " + tokens.get(n % tokens.size()) + "\r\n";
        return List.of(Step.of(Frames.upgrade("/api/v4/websocket", bearer), "\"hello\""));
    }

    private byte[] posted(String text) {
        var json = "{\"channel_id\":\"" + channel + "\",\"message\":\"" + text + "\"}";
        return Brokers.latin("POST /api/v4/posts HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                + tokens.getFirst() + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length()
                + "\r\n\r\n" + json);
    }

    /// Registers and signs in.
    private String person(int number) throws IOException, InterruptedException {
        var name = "peer" + number;
        send("POST", "/users", "", Map.of("email", name + "@localhost.test", "username", name, "password", PASSWORD));
        return send("POST", "/users/login", "", Map.of("login_id", name, "password", PASSWORD))
                .headers()
                .firstValue("Token")
                .orElseThrow(() -> new IOException("No token for " + name));
    }

    private String made(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return call("POST", path, tokens.getFirst(), body).path("id").asString("");
    }

    private JsonNode call(String method, String path, String token, Map<String, ?> body)
            throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(send(method, path, token, body).body());
    }

    private HttpResponse<String> send(String method, String path, String token, Map<String, ?> body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v4" + path))
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(
                                        JsonMapper.shared().writeValueAsString(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        host.close();
        http.close();
    }
}
