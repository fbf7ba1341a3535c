package chat.parley.load.sfu.unit;

import chat.parley.media.net.client.Invitation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Janus with its VideoRoom, spoken to over one WebSocket in one session. `load/peers/sfu.sh` writes its settings:
/// one plugin and one transport, an address that is not the loopback, which it never offers, and either a thread for
/// each participant, which it has unasked, or as many event loops as there are cores.
final class Janus implements Unit {
    private static final int WITHIN_S = 20;
    private static final int ALIVE_S = 20;
    private static final int ROOM = 1;

    private final Map<String, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final AtomicLong transactions = new AtomicLong();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("janus").daemon().factory());
    private final String name;
    private final Program program;
    private final String host;
    private final Signalling line;
    private final long session;
    private long publisher;

    /// @param folder of its settings
    Janus(String name, Path folder) throws Exception {
        this.name = name;
        host = Files.readString(folder.resolve("address")).strip();
        program = Program.start(
                folder.resolve("janus.log"),
                List.of(
                        "janus",
                        "-F",
                        folder.toString(),
                        "-C",
                        folder.resolve("janus.jcfg").toString()));
        var port = Files.readString(folder.resolve("port")).strip();
        var uri = URI.create("ws://127.0.0.1:" + port + "/");
        line = program.await(() -> new Signalling(uri, "janus-protocol", this::heard));
        line.listen();
        session = ask(Map.of("janus", "create")).path("data").path("id").asLong();
        clock.scheduleAtFixedRate(
                () -> say("alive", Map.of("janus", "keepalive", "session_id", session)),
                ALIVE_S,
                ALIVE_S,
                TimeUnit.SECONDS);
    }

    private void heard(byte[] message) {
        var json = JsonMapper.shared().readTree(message);
        if (!json.path("janus").asString().equals("ack")) {
            var waiting = open.remove(json.path("transaction").asString());
            if (waiting != null) {
                waiting.complete(json);
            }
        }
    }

    private void say(String transaction, Map<String, Object> command) {
        var whole = JsonMapper.shared().createObjectNode();
        command.forEach(whole::putPOJO);
        line.send(JsonMapper.shared().writeValueAsString(whole.put("transaction", transaction)));
    }

    private JsonNode ask(Map<String, Object> command) throws IOException, InterruptedException {
        var transaction = "t" + transactions.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        open.put(transaction, answer);
        say(transaction, command);
        try {
            var json = answer.get(WITHIN_S, TimeUnit.SECONDS);
            var error = json.path("plugindata").path("data").path("error").asString("");
            if (json.path("janus").asString().equals("error") || !error.isEmpty()) {
                throw new IOException("Janus refuses: " + json);
            }
            return json;
        } catch (ExecutionException | TimeoutException failure) {
            throw new IOException("Janus does not answer", failure);
        }
    }

    private long handle() throws IOException, InterruptedException {
        var attached =
                Map.<String, Object>of("janus", "attach", "session_id", session, "plugin", "janus.plugin.videoroom");
        return ask(attached).path("data").path("id").asLong();
    }

    private JsonNode tell(long handle, Map<String, Object> body) throws IOException, InterruptedException {
        return ask(Map.of("janus", "message", "session_id", session, "handle_id", handle, "body", body));
    }

    private JsonNode tell(long handle, Map<String, Object> body, String type, String description)
            throws IOException, InterruptedException {
        var jsep = Map.of("type", type, "sdp", description);
        return ask(Map.of("janus", "message", "session_id", session, "handle_id", handle, "body", body, "jsep", jsep));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Publisher publish() throws IOException, InterruptedException {
        long handle = handle();
        var joined =
                tell(handle, Map.of("request", "join", "ptype", "publisher", "room", ROOM, "display", "publisher"));
        publisher = joined.path("plugindata").path("data").path("id").asLong();
        var answer = tell(handle, Map.of("request", "publish"), "offer", Wish.offer(host));
        return Publisher.of(
                Person.connected(
                        Long.toString(handle),
                        Invitation.of(answer.path("jsep").path("sdp").asString())),
                "0",
                "1");
    }

    @Override
    public Person attend() throws IOException, InterruptedException {
        long handle = handle();
        var offered = tell(
                handle,
                Map.of(
                        "request",
                        "join",
                        "ptype",
                        "subscriber",
                        "room",
                        ROOM,
                        "streams",
                        List.of(Map.of("feed", publisher))));
        var offer = offered.path("jsep").path("sdp").asString();
        tell(handle, Map.of("request", "start", "room", ROOM), "answer", Acceptance.of(offer));
        return Person.connected(Long.toString(handle), Invitation.of(offer));
    }

    @Override
    public void leave(Person person) throws Exception {
        ask(Map.of("janus", "detach", "session_id", session, "handle_id", Long.parseLong(person.id())));
        person.close();
    }

    @Override
    public ProcessHandle forwarder() {
        return program.process().toHandle();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        line.close();
        program.close();
    }
}
