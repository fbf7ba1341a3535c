package chat.parley.edge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpServerTest {
    private final Echo echo = new Echo();
    private final EventLoops loops = EventLoops.open();
    private final HttpServer server = new HttpServer(
            new HttpOptions(
                    "127.0.0.1", 0, List.of("127.0.0.1", "10.0.0.0/8"), List.of("https://friend"), 60_000, 500, 5_000),
            loops,
            List.of(echo),
            Map.of("/socket", HttpServerTest::turnedAway));
    private int port;

    @BeforeEach
    void start() {
        port = server.start();
    }

    @AfterEach
    void stop() {
        echo.mayGoOn.countDown();
        server.close();
        loops.close();
    }

    @Test
    void a_request_is_answered_with_what_was_sent() throws IOException {
        var answer = Wire.post(port, "/a?b=c", "{\"ü\":1}");
        assertEquals(200, answer.status());
        assertEquals("application/json", answer.header("content-type"));
        assertTrue(answer.text().contains("\"path\":\"/a\",\"query\":\"b=c\""), answer.text());
        assertTrue(answer.text().contains("ü"), answer.text());
    }

    @Test
    void pipelined_requests_are_answered_in_order() throws IOException {
        try (var wire = new Wire(port)) {
            var many = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                many.append("POST /").append(i).append(" HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\n\r\nab");
            }
            wire.send(many.toString());
            for (int i = 0; i < 50; i++) {
                assertTrue(wire.answer().text().contains("\"/" + i + "\""));
            }
        }
    }

    @Test
    void a_chunked_body_is_put_together() throws IOException {
        var answer = Wire.ask(
                port,
                "POST /a HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
        assertTrue(answer.text().contains("\"body\":\"abcde\""), answer.text());
    }

    @Test
    void a_head_request_gets_the_length_and_no_body() throws IOException {
        try (var wire = new Wire(port)) {
            wire.send("HEAD /a HTTP/1.1\r\nHost: t\r\n\r\nGET /b HTTP/1.1\r\nHost: t\r\n\r\n");
            assertTrue(Integer.parseInt(wire.answer(true).header("content-length")) > 10);
            assertTrue(wire.answer().text().contains("/b"));
        }
    }

    @Test
    void an_empty_answer_has_neither_content_type_nor_length() throws IOException {
        var answer = Wire.get(port, "/none");
        assertEquals(204, answer.status());
        assertEquals("", answer.header("content-type"));
        assertEquals("", answer.header("content-length"));
    }

    @Test
    void an_http_1_0_connection_ends_after_its_answer() throws IOException {
        try (var wire = new Wire(port)) {
            assertEquals(200, wire.send("GET /a HTTP/1.0\r\n\r\n").answer().status());
            assertTrue(wire.isEnded());
        }
    }

    @Test
    void who_stops_sending_still_gets_the_answer() throws IOException {
        try (var wire = new Wire(port)) {
            wire.send("GET /a HTTP/1.1\r\nHost: t\r\n\r\n").endOfRequests();
            assertEquals(200, wire.answer().status());
            assertTrue(wire.isEnded());
        }
    }

    @Test
    void a_request_may_come_in_pieces() throws Exception {
        try (var wire = new Wire(port)) {
            for (char piece : "POST /a HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\n\r\nabc".toCharArray()) {
                wire.send(String.valueOf(piece));
            }
            assertTrue(wire.answer().text().contains("abc"));
        }
    }

    @Test
    void a_client_that_waits_to_continue_is_told_to() throws IOException {
        try (var wire = new Wire(port)) {
            wire.send("POST /a HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
            assertEquals(100, wire.answer().status());
            assertTrue(wire.send("abc").answer().text().contains("abc"));
        }
    }

    @Test
    void large_json_is_compressed_for_who_accepts_it() throws IOException {
        var plain = Wire.get(port, "/long");
        assertEquals(100_002, plain.body().length);
        assertTrue(plain.header("vary").contains("Accept-Encoding"));
        var packed = Wire.get(port, "/long", "Accept-Encoding: br;q=1, gzip;q=0.5");
        assertEquals("gzip", packed.header("content-encoding"));
        assertTrue(packed.body().length < 2_000);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertEquals(100_002, unpacked.readAllBytes().length);
        }
        assertEquals("", Wire.get(port, "/long", "Accept-Encoding: gzip;q=0").header("content-encoding"));
    }

    @Test
    void a_fault_says_nothing_but_its_trace() throws IOException {
        var answer = Wire.get(port, "/fault");
        assertEquals(500, answer.status());
        assertEquals("{\"message\":\"500: Internal Server Error\",\"code\":0}", answer.text());
        assertEquals(16, answer.header("x-trace-id").length());
    }

    @Test
    void a_refusal_is_said_in_the_words_of_the_site() throws IOException {
        assertEquals(409, Wire.get(port, "/refused").status());
        assertEquals(404, Wire.get(port, "/nobody").status());
    }

    @Test
    void a_friendly_origin_may_call_and_others_may_not() throws IOException {
        String ask = "Access-Control-Request-Method: POST";
        var friend = Wire.call("OPTIONS", port, "/a", new byte[0], "Origin: https://friend", ask);
        assertEquals(204, friend.status());
        assertEquals("https://friend", friend.header("access-control-allow-origin"));
        var stranger = Wire.call("OPTIONS", port, "/a", new byte[0], "Origin: https://evil", ask);
        assertEquals("", stranger.header("access-control-allow-origin"));
        assertEquals("", Wire.get(port, "/a", "Origin: https://evil").header("access-control-allow-origin"));
    }

    @Test
    void only_what_a_trusted_proxy_says_of_the_caller_is_believed() throws IOException {
        String forged = "X-Forwarded-For: 1.1.1.1, 203.0.113.7, 10.1.2.3";
        assertTrue(Wire.get(port, "/a", forged).text().contains("\"ip\":\"203.0.113.7\""));
        assertTrue(Wire.get(port, "/a", "X-Forwarded-For: nonsense").text().contains("\"ip\":\"127.0.0.1\""));
    }

    @Test
    void a_websocket_is_handed_over() throws IOException {
        String upgrade = "Connection: Upgrade\r\nUpgrade: WebSocket";
        assertEquals(418, Wire.get(port, "/socket?v=10", upgrade).status());
        assertEquals(200, Wire.get(port, "/socket").status());
        assertEquals(200, Wire.get(port, "/other", upgrade).status());
    }

    @Test
    void a_drain_answers_what_is_under_way_and_accepts_nobody() throws Exception {
        try (var busy = new Wire(port);
                var resting = new Wire(port)) {
            resting.send("GET /a HTTP/1.1\r\nHost: t\r\n\r\n").answer();
            busy.send("GET /wait HTTP/1.1\r\nHost: t\r\n\r\n");
            echo.waiting.await();
            var closing = Thread.startVirtualThread(server::close);
            assertTrue(resting.isEnded());
            echo.mayGoOn.countDown();
            var answer = busy.answer();
            assertEquals("\"waited\"", answer.text());
            assertEquals("close", answer.header("connection"));
            assertTrue(busy.isEnded());
            closing.join();
        }
        assertFalse(isListening());
    }

    private boolean isListening() {
        try (var wire = new Wire(port)) {
            return !wire.isEnded();
        } catch (IOException refused) {
            return false;
        }
    }

    private static void turnedAway(Sockets.Upgrade upgrade) {
        assertEquals("/socket?v=10", upgrade.request().uri());
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(418));
        response.headers().set("content-length", 0);
        upgrade.channel().writeAndFlush(response);
    }
}
