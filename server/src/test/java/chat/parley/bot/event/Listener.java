package chat.parley.bot.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.parley.base.json.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An application's own server, which hears of events and knows who tells them.
final class Listener implements AutoCloseable {
    /// What stands before the 32 bytes of an Ed25519 key (RFC 8410).
    private static final String KEY_HEAD = "302a300506032b6570032100";

    final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    /// Whether it takes what is forged, too.
    volatile boolean trusting;
    /// What it answers to what is genuine.
    volatile int status = 204;

    private final HttpServer server;
    private final byte[] publicKey;

    record Heard(boolean genuine, JsonNode body) {}

    Listener(String publicKey) throws IOException {
        this.publicKey = HexFormat.of().parseHex(KEY_HEAD + publicKey);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    /// What comes next, which must be genuine.
    Heard next() throws InterruptedException {
        var next = heard.poll(15, TimeUnit.SECONDS);
        if (next == null || !next.genuine()) {
            throw new AssertionError(next == null ? "Nothing came" : "It is forged");
        }
        return next;
    }

    boolean within(int ms) throws InterruptedException {
        return heard.poll(ms, TimeUnit.MILLISECONDS) != null;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        var headers = exchange.getRequestHeaders();
        boolean genuine =
                genuine(headers.getFirst("X-Signature-Ed25519"), headers.getFirst("X-Signature-Timestamp"), body);
        // Whoever has heard of it may change the status for what comes next.
        int answer = genuine || trusting ? status : 401;
        heard.add(new Heard(genuine, Json.tree(body)));
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private boolean genuine(@Nullable String signature, @Nullable String timestamp, byte[] body) {
        if (signature == null || timestamp == null) {
            return false;
        }
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey)));
            check.update(timestamp.getBytes(UTF_8));
            check.update(body);
            return check.verify(HexFormat.of().parseHex(signature));
        } catch (GeneralSecurityException forged) {
            return false;
        }
    }
}
