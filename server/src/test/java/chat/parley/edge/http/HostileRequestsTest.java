package chat.parley.edge.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.limit.Limits;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is no proper request gets a proper answer or a closed connection, and the next caller notices
/// nothing.
class HostileRequestsTest {
    private static final int SLOW_MS = 400;
    private static final EventLoops LOOPS = EventLoops.open();
    private static int port;

    @BeforeAll
    static void start() {
        var options = new HttpOptions("127.0.0.1", 0, List.of(), List.of(), SLOW_MS, SLOW_MS, 2_000);
        port = new HttpServer(options, LOOPS, List.of(new Echo()), Map.of()).start();
    }

    @AfterAll
    static void stop() {
        LOOPS.close();
    }

    @AfterEach
    void the_server_still_serves() throws IOException {
        assertEquals(200, Wire.get(port, "/after").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET\r\n\r\n",
                "GET /a\r\n\r\n",
                "GET a HTTP/1.1\r\nHost: t\r\n\r\n",
                "GET /a HTTP/1.1\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: t\r\nHost: u\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: t\r\nNo colon\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: t\r\nBad name: x\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: t\r\nName : x\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: t\r\nX: a\u0000b\r\n\r\n",
                "GET /a HTTP/1.1\r\n Host: t\r\n\r\n",
                "POST /a HTTP/1.1\r\nHost: t\r\nContent-Length: -1\r\n\r\n",
                "POST /a HTTP/1.1\r\nHost: t\r\nContent-Length: +2\r\n\r\nab",
                "POST /a HTTP/1.1\r\nHost: t\r\nContent-Length: two\r\n\r\nab",
                "POST /a HTTP/1.1\r\nHost: t\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "POST /a HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST /a HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
                "POST /a HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
            })
    void what_is_no_request_is_refused_and_the_connection_ended(String request) throws IOException {
        try (var wire = new Wire(port)) {
            assertEquals(400, wire.send(request).answer().status());
            assertTrue(wire.isEnded());
        }
    }

    /// Each of these may mean one thing to a proxy and another to us, so that a second request hides in the
    /// first.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 4",
                "Content-Length: 4\r\nContent-Length: 5",
                "Content-Length: 4\r\nContent-Length: 4",
                "Content-Length: 4, 4",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding: \u000bchunked",
                "Content-Length: 4\r\nTransfer-Encoding:\r\n chunked",
                "X: y\nTransfer-Encoding: chunked",
                "X: y\rTransfer-Encoding: chunked",
            })
    void nothing_can_be_smuggled(String headers) throws IOException {
        try (var wire = new Wire(port)) {
            wire.send("POST /first HTTP/1.1\r\nHost: t\r\n" + headers
                    + "\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: t\r\n\r\n");
            var answer = wire.answer();
            assertTrue(answer.status() == 400, headers + " -> " + answer.status() + " " + answer.text());
            assertTrue(wire.isEnded(), headers);
        }
    }

    /// RFC 9112 §5.2 lets a server read a folded line as spaces; a proxy that forwards it does not see more
    /// headers.
    @Test
    void a_folded_header_is_one_value() throws IOException {
        var answer = Wire.get(port, "/a", "X: one\r\n Transfer-Encoding: chunked");
        assertEquals(200, answer.status());
    }

    @Test
    void other_versions_are_named_as_such() throws IOException {
        assertEquals(505, Wire.ask(port, "GET /a HTTP/2.0\r\nHost: t\r\n\r\n").status());
        assertEquals(505, Wire.ask(port, "GET /a HTTP/1.2\r\nHost: t\r\n\r\n").status());
        assertEquals(417, Wire.get(port, "/a", "Expect: miracles").status());
        assertEquals(
                400,
                Wire.ask(port, "POST /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n")
                        .status());
    }

    @Test
    void what_is_too_long_is_said_to_be() throws IOException {
        assertEquals(
                414, Wire.get(port, "/" + "x".repeat(Limits.HTTP_URL_MAX_BYTES)).status());
        String header = "X: " + "x".repeat(Limits.HTTP_HEADER_MAX_BYTES);
        assertEquals(431, Wire.get(port, "/a", header).status());
        var many = new String[5_000];
        Arrays.setAll(many, i -> "X" + i + ": y");
        assertEquals(431, Wire.get(port, "/a", many).status());
    }

    @Test
    void a_body_that_is_too_large_is_refused_before_it_is_sent() throws IOException {
        int large = Limits.HTTP_BODY_MAX_BYTES + 1;
        try (var wire = new Wire(port)) {
            wire.send("POST /a HTTP/1.1\r\nHost: t\r\nExpect: 100-continue\r\nContent-Length: " + large + "\r\n\r\n");
            assertEquals(413, wire.answer().status());
            assertTrue(wire.isEnded());
        }
        byte[] all = new byte[large];
        assertEquals(413, Wire.call("POST", port, "/a", all).status());
        assertEquals(200, Wire.call("POST", port, "/a", new byte[large - 1]).status());
    }

    @Test
    void a_chunked_body_cannot_grow_without_end() throws IOException {
        try (var wire = new Wire(port)) {
            wire.send("POST /a HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            for (int i = 0; i < 17; i++) {
                wire.send(chunk);
            }
            assertEquals(413, wire.answer().status());
        }
    }

    @Test
    void who_sends_slowly_is_told_so_and_let_go() throws IOException {
        for (String begun : List.of("GET /a HT", "POST /a HTTP/1.1\r\nHost: t\r\nContent-Length: 9\r\n\r\nhal")) {
            try (var wire = new Wire(port)) {
                wire.send(begun);
                assertEquals(408, wire.answer().status());
                assertTrue(wire.isEnded());
            }
        }
    }

    @Test
    void who_says_nothing_is_let_go() throws IOException {
        try (var silent = new Wire(port)) {
            assertTrue(silent.isEnded());
        }
        try (var after = new Wire(port)) {
            assertEquals(
                    200,
                    after.send("GET /a HTTP/1.1\r\nHost: t\r\n\r\n").answer().status());
            assertTrue(after.isEnded());
        }
    }

    @Test
    void a_thousand_mangled_requests_end_in_an_answer_or_a_closed_connection() throws IOException {
        long seed = 20_261_121;
        var random = new Random(seed);
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < 1_000; i++) {
            byte[] request = mangled(random);
            try (var wire = new Wire(port)) {
                wire.send(request).endOfRequests();
                do {
                    statuses.add(wire.answer(startsWith(request, "HEAD")).status());
                } while (!wire.isAtEnd());
            } catch (EOFException | SocketException closed) {
                statuses.add(0);
            }
        }
        assertFalse(statuses.contains(500), "seed " + seed + ": " + statuses);
        assertTrue(statuses.contains(200) && statuses.contains(400), "seed " + seed + ": " + statuses);
    }

    private static byte[] mangled(Random random) {
        var seeds = List.of(
                "GET /a?b=c HTTP/1.1\r\nHost: t\r\nAccept: */*\r\n\r\n",
                "HEAD /a HTTP/1.1\r\nHost: t\r\n\r\n",
                "POST /a HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\n\r\nhello",
                "PUT /%F0%9F%91%8D HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                "GET /a HTTP/1.1\r\nHost: t\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
        byte[] bytes = seeds.get(random.nextInt(seeds.size())).getBytes(ISO_8859_1);
        for (int changes = random.nextInt(6); changes > 0; changes--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "\r\n :%;,/\0\t".charAt(random.nextInt(10));
                case 2 -> bytes = spliced(bytes, at, random.nextInt(40), 0);
                default -> bytes = spliced(bytes, at, 0, random.nextInt(60));
            }
            if (bytes.length == 0) {
                return new byte[] {'\n'};
            }
        }
        return bytes;
    }

    /// Without some bytes, or with some bytes twice.
    private static byte[] spliced(byte[] bytes, int at, int less, int more) {
        int gone = Math.min(less, bytes.length - at);
        int twice = Math.min(more, at);
        byte[] result = new byte[bytes.length - gone + twice];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(bytes, at - twice, result, at, twice);
        System.arraycopy(bytes, at + gone, result, at + twice, bytes.length - at - gone);
        return result;
    }

    private static boolean startsWith(byte[] bytes, String text) {
        return new String(bytes, ISO_8859_1).startsWith(text);
    }
}
