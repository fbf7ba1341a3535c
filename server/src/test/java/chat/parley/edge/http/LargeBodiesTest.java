package chat.parley.edge.http;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.base.content.Spool;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LargeBodiesTest {
    private static final int MAX_BYTES = 8 << 20;

    @TempDir
    Path directory;

    private final EventLoops loops = EventLoops.open();
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable HttpServer server;

    /// Takes large bodies everywhere but on `/small`, and sends back what it was given.
    private static final class Mirror implements Site {
        @Override
        public boolean takes(String path) {
            return true;
        }

        @Override
        public boolean inMemory() {
            return false;
        }

        @Override
        public long bodyMax(Call head) {
            if (head.path().equals("/nobody")) {
                throw new Refused(new Refusal.Unauthorized());
            }
            return head.path().equals("/small") ? Limits.HTTP_BODY_MAX_BYTES : MAX_BYTES;
        }

        @Override
        public Reply answer(Call call) {
            try (InputStream in = call.content().open()) {
                byte[] all = in.readAllBytes();
                return Reply.streamed(
                        200,
                        "application/octet-stream",
                        new Reply.Stream(all.length, () -> new ByteArrayInputStream(all)));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public Reply refused(Refusal refusal) {
            return Reply.status(refusal instanceof Refusal.TooLarge ? 413 : 401);
        }
    }

    @BeforeEach
    void start() {
        server = new HttpServer(
                HttpOptions.of("127.0.0.1", 0, List.of(), List.of()),
                loops,
                List.of(new Mirror()),
                Map.of(),
                new Spool(directory.resolve("spool")));
        requireNonNull(server).start();
    }

    @AfterEach
    void stop() {
        requireNonNull(server).close();
        loops.close();
    }

    private HttpResponse<byte[]> post(String path, BodyPublisher body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + requireNonNull(server).port() + path))
                .POST(body)
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    @Test
    void a_body_of_any_size_comes_through_and_leaves_nothing_behind() throws Exception {
        for (int count : List.of(1, Limits.HTTP_BODY_MAX_BYTES, Limits.HTTP_BODY_MAX_BYTES + 1, 3_000_001, MAX_BYTES)) {
            var sent = bytes(count);
            assertArrayEquals(sent, post("/", BodyPublishers.ofByteArray(sent)).body(), count + " with a length");
            var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(sent));
            assertArrayEquals(sent, post("/", chunked).body(), count + " in chunks");
        }
        try (var left = Files.list(directory.resolve("spool"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void what_is_too_large_is_refused() throws Exception {
        assertEquals(
                413, post("/", BodyPublishers.ofByteArray(bytes(MAX_BYTES + 1))).statusCode());
        assertEquals(
                413, post("/small", BodyPublishers.ofByteArray(bytes(2 << 20))).statusCode());
    }

    @Test
    void who_may_not_send_it_is_told_before_it_is_read() throws Exception {
        assertEquals(
                401, post("/nobody", BodyPublishers.ofByteArray(bytes(2 << 20))).statusCode());
    }

    @Test
    void the_connection_is_used_again() throws Exception {
        for (int i = 0; i < 5; i++) {
            var sent = bytes(1_500_000 + i);
            assertArrayEquals(sent, post("/", BodyPublishers.ofByteArray(sent)).body());
        }
    }
}
