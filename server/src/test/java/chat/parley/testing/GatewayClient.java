package chat.parley.testing;

import chat.parley.base.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A client of the gateway, in plain JSON. What has been received waits in a queue until a test asks for it.
public final class GatewayClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().sslContext(TestCertificate.OURS.trusting()).build();

    private final LinkedBlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private GatewayClient(URI address) {
        socket =
                CLIENT.newWebSocketBuilder().buildAsync(address, new Receiver()).join();
    }

    public static GatewayClient connect(URI address) {
        return new GatewayClient(address);
    }

    /// Signs in and returns READY.
    public JsonNode identify(String token) {
        var properties = Map.of("os", "linux", "browser", "test", "device", "test");
        send(2, Map.of("token", token, "intents", 53_608_447, "properties", properties));
        return event("READY");
    }

    public void resume(String token, String session, long sequence) {
        send(6, Map.of("token", token, "session_id", session, "seq", sequence));
    }

    public void heartbeat(@Nullable Long sequence) {
        sendText("{\"op\":1,\"d\":" + sequence + "}");
    }

    public void send(int op, Object data) {
        sendText(Json.text(Map.of("op", op, "d", data)));
    }

    public void sendText(String frame) {
        socket.sendText(frame, true).join();
    }

    /// The next frame, whatever it is.
    public JsonNode next() {
        return await(it -> true, "a frame");
    }

    /// The next event of that name, as its whole frame; frames before it are skipped.
    public JsonNode event(String name) {
        return await(it -> it.path("t").asString("").equals(name), name);
    }

    /// The next frame with that opcode; frames before it are skipped.
    public JsonNode op(int op) {
        return await(it -> it.path("op").asInt() == op, "opcode " + op);
    }

    /// Everything that has come so far and nobody has asked for.
    public List<JsonNode> pending() {
        var frames = new ArrayList<JsonNode>();
        received.drainTo(frames);
        return frames;
    }

    /// The close code, once the server has closed the connection.
    public int closeCode() {
        try {
            return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (RuntimeException late) {
            throw new AssertionError("The connection was not closed", late);
        }
    }

    /// Breaks the connection as a lost network does: without a word.
    public void cut() {
        socket.abort();
    }

    @Override
    public void close() {
        if (!socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .exceptionally(_ -> socket)
                    .join();
        }
        socket.abort();
    }

    private JsonNode await(Predicate<JsonNode> wanted, String what) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (true) {
                var frame = received.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (frame == null) {
                    throw new AssertionError(
                            "Waited in vain for " + what + (closed.isDone() ? "; closed with " + closed.join() : ""));
                }
                if (wanted.test(frame)) {
                    return frame;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private final class Receiver implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                var frame = Json.tree(text.toString().getBytes(StandardCharsets.UTF_8));
                Overheard.received(frame);
                received.add(frame);
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closed.completeExceptionally(failure);
        }
    }
}
