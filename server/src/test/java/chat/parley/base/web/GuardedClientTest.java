package chat.parley.base.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.web.Unreachable.Why;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

/// What may be called, and what an answer may cost.
final class GuardedClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Destinations LOOPBACK = Destinations.with(List.of("127.0.0.0/8"));

    /// Says the same to everybody who connects, and remembers what they asked.
    private record Stage(ServerSocket socket, Queue<String> asked) implements AutoCloseable {
        static Stage saying(String... answers) throws IOException {
            var socket = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
            var stage = new Stage(socket, new ConcurrentLinkedQueue<>());
            Thread.ofVirtual().start(() -> stage.serve(answers));
            return stage;
        }

        private void serve(String... answers) {
            for (String answer : answers) {
                try (var client = socket.accept()) {
                    byte[] head = new byte[4_096];
                    int read = client.getInputStream().read(head);
                    asked.add(new String(head, 0, Math.max(0, read), UTF_8));
                    client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                    client.getOutputStream().flush();
                    if (answer.isEmpty()) {
                        client.getInputStream().transferTo(OutputStream.nullOutputStream());
                    }
                } catch (IOException closed) {
                    return;
                }
            }
        }

        URI address(String path) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void private_addresses_are_refused_in_every_disguise() {
        try (var client = new GuardedClient(Destinations.PUBLIC_ONLY)) {
            for (String host : List.of(
                    "127.0.0.1",
                    "localhost",
                    "0.0.0.0",
                    "10.1.2.3",
                    "172.16.0.1",
                    "192.168.1.1",
                    "169.254.169.254",
                    "100.64.0.1",
                    "224.0.0.1",
                    "255.255.255.255",
                    "2130706433",
                    "[::1]",
                    "[::]",
                    "[fe80::1]",
                    "[fd00::1]",
                    "[::ffff:127.0.0.1]",
                    "[64:ff9b::7f00:1]",
                    "[2002:7f00:1::]",
                    "[2001:db8::1]")) {
                assertEquals(Why.FORBIDDEN, why(client, URI.create("http://" + host + "/")), host);
            }
        }
    }

    @Test
    void only_the_web_is_called() {
        try (var client = new GuardedClient(LOOPBACK)) {
            for (String address : List.of(
                    "ftp://127.0.0.1/",
                    "file:///etc/passwd",
                    "http:opaque",
                    "http://user:secret@127.0.0.1/",
                    "http://127.0.0.1:25/",
                    "gopher://127.0.0.1:8080/")) {
                assertEquals(Why.FORBIDDEN, why(client, URI.create(address)), address);
            }
        }
    }

    /// The first answer may be called, every later one may not: what was judged is what is connected to.
    @Test
    void a_name_is_resolved_once() throws IOException {
        var asked = new AtomicInteger();
        var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        GuardedClient.Resolver rebinding =
                _ -> new InetAddress[] {InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1")};
        try (var stage = Stage.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
                var client = new GuardedClient(LOOPBACK, rebinding, tls)) {
            int port = stage.address("/").getPort();
            client.call(WebCall.get(URI.create("http://rebind.example:" + port + "/"), 10, PATIENCE));
            assertEquals(1, asked.get());
            assertTrue(String.valueOf(stage.asked().poll()).contains("Host: rebind.example:" + port));
        }
        GuardedClient.Resolver mixed =
                _ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("10.0.0.1")};
        try (var client = new GuardedClient(LOOPBACK, mixed, tls)) {
            assertEquals(Why.FORBIDDEN, why(client, URI.create("http://mixed.example:8080/")));
        }
    }

    @Test
    void a_redirect_is_followed_only_when_asked_and_judged_again() throws IOException {
        String redirect = "HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\nContent-Length: 0\r\n\r\n";
        try (var stage = Stage.saying(redirect, redirect);
                var client = new GuardedClient(LOOPBACK)) {
            assertEquals(
                    302,
                    client.call(WebCall.get(stage.address("/"), 10, PATIENCE)).status());
            var following = WebCall.get(stage.address("/"), 10, PATIENCE).following(3);
            assertEquals(
                    Why.FORBIDDEN,
                    assertThrows(Unreachable.class, () -> client.call(following))
                            .why());
        }
        try (var stage = Stage.saying(
                        "HTTP/1.1 301 Moved\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n",
                        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
                var client = new GuardedClient(LOOPBACK)) {
            var answer = client.call(
                    WebCall.get(stage.address("/here"), 10, PATIENCE).following(3));
            assertEquals("hi", new String(answer.body(), UTF_8));
            assertEquals("/there", answer.address().getPath());
        }
    }

    @Test
    void bodies_are_read_in_every_form_and_cut_at_the_limit() throws IOException {
        try (var stage = Stage.saying(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nWiki\r\n5;x=y\r\npedia\r\n0\r\n\r\n",
                        "HTTP/1.1 200 OK\r\n\r\nuntil the end",
                        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwhole, and more",
                        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n" + "x".repeat(1_000),
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n400\r\n" + "x".repeat(1_000),
                        "HTTP/1.1 204 No Content\r\n\r\n");
                var client = new GuardedClient(LOOPBACK)) {
            assertEquals("Wikipedia", text(client, stage));
            assertEquals("until the end", text(client, stage));
            assertEquals("whole", text(client, stage));
            for (int i = 0; i < 2; i++) {
                var long_ = client.call(WebCall.get(stage.address("/"), 100, PATIENCE));
                assertTrue(long_.cut());
                assertEquals(100, long_.body().length);
            }
            var none = client.call(WebCall.get(stage.address("/"), 100, PATIENCE));
            assertFalse(none.cut());
            assertEquals(204, none.status());
        }
    }

    @Test
    void what_is_no_http_is_refused() throws IOException {
        var nonsense = List.of(
                "SSH-2.0-OpenSSH\r\n\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(200) + "\r\n",
                "x".repeat(20_000),
                "HTTP/1.1 100 C\r\n\r\n".repeat(50));
        try (var stage = Stage.saying(nonsense.toArray(String[]::new));
                var client = new GuardedClient(LOOPBACK)) {
            for (String said : nonsense) {
                assertEquals(Why.NO_HTTP, why(client, stage.address("/")), said.substring(0, 12));
            }
        }
    }

    @Test
    void silence_ends_at_the_deadline() throws IOException {
        try (var stage = Stage.saying("");
                var client = new GuardedClient(LOOPBACK)) {
            var call = WebCall.get(stage.address("/"), 100, Duration.ofMillis(200));
            assertEquals(
                    Why.TOO_SLOW,
                    assertThrows(Unreachable.class, () -> client.call(call)).why());
        }
    }

    @Test
    void a_header_cannot_smuggle_another() throws IOException {
        try (var stage = Stage.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                var client = new GuardedClient(LOOPBACK)) {
            client.call(WebCall.post(
                    stage.address("/hook?x=1"), Map.of("X-A", "b\r\nX-Evil: yes"), "{}".getBytes(UTF_8), 10, PATIENCE));
            String asked = String.valueOf(stage.asked().poll());
            assertTrue(asked.startsWith("POST /hook?x=1 HTTP/1.1\r\n"), asked);
            assertTrue(asked.contains("Content-Length: 2\r\n"), asked);
            assertFalse(asked.contains("\r\nX-Evil"), asked);
        }
    }

    private static String text(GuardedClient client, Stage stage) {
        return new String(
                client.call(WebCall.get(stage.address("/"), 100, PATIENCE)).body(), UTF_8);
    }

    private static Why why(GuardedClient client, URI address) {
        return assertThrows(Unreachable.class, () -> client.call(WebCall.get(address, 100, PATIENCE)))
                .why();
    }
}
