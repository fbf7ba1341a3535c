package chat.parley.load.peer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// matrix-synapse, by Matrix's client API: who listens asks `/sync`, which answers when there is something, and asks
/// again.
final class Synapse implements Peer {
    private static final long READY_WITHIN_NS = 60_000_000_000L;
    private static final int JOINING_AT_ONCE = 4;
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger said = new AtomicInteger();
    private final int port;
    private final Host host;
    private final List<String> tokens = new ArrayList<>();
    private String owner = "";
    private String room = "";

    Synapse(int port, Host host) {
        this.port = port;
        this.host = host;
    }

    Synapse ready() throws Exception {
        long began = System.nanoTime();
        while (owner.isEmpty()) {
            try {
                owner = register();
            } catch (IOException notYet) {
                if (System.nanoTime() - began > READY_WITHIN_NS) {
                    close();
                    throw new IllegalStateException("matrix-synapse was not ready in time", notYet);
                }
                Thread.sleep(100);
            }
        }
        room = call("POST", "/createRoom", owner, Map.of("preset", "public_chat"))
                .path("room_id")
                .asString();
        return this;
    }

    @Override
    public String name() {
        return "matrix-synapse";
    }

    @Override
    public Host host() {
        return host;
    }

    /// Who has come once stays a member.
    @Override
    public Audience audience(int listeners) throws Exception {
        try (var threads = Executors.newFixedThreadPool(JOINING_AT_ONCE)) {
            var coming = new ArrayList<Future<String>>();
            for (int i = tokens.size(); i < listeners; i++) {
                coming.add(threads.submit(this::member));
            }
            for (var one : coming) {
                tokens.add(one.get());
            }
        } catch (ExecutionException failure) {
            throw new IOException("Nobody could be registered", failure);
        }
        return new Pollers(port, tokens.subList(0, listeners));
    }

    private String member() throws IOException, InterruptedException {
        var token = register();
        call("POST", "/join/" + room, token, Map.of());
        return token;
    }

    private String register() throws IOException, InterruptedException {
        var who = Map.of(
                "username",
                "peer" + PEOPLE.incrementAndGet(),
                "password",
                "correct-horse-battery",
                "auth",
                Map.of("type", "m.login.dummy"));
        return call("POST", "/register", "", who).path("access_token").asString();
    }

    @Override
    public Voice voice() {
        return new Voice() {
            @Override
            public void say(String text) throws IOException {
                try {
                    var path = "/rooms/" + room + "/send/m.room.message/" + said.incrementAndGet();
                    call("PUT", path, owner, Map.of("msgtype", "m.text", "body", text));
                } catch (InterruptedException hurried) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void close() {
                // The connection is the HTTP client's.
            }
        };
    }

    private JsonNode call(String method, String path, String token, Map<String, ?> body)
            throws IOException, InterruptedException {
        var url = "http://127.0.0.1:" + port + "/_matrix/client/v3" + path.replace("!", "%21");
        var request = HttpRequest.newBuilder(URI.create(url))
                .method(
                        method,
                        HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    @Override
    public void close() throws IOException {
        host.close();
        http.close();
    }
}
