package chat.parley.edge.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.content.Content;
import chat.parley.config.Keys;
import chat.parley.edge.http.Call;
import chat.parley.edge.http.Reply;
import chat.parley.testing.TestServer;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MetricsTest {
    private static final List<Sample> SAMPLES = List.of(
            Sample.gauge("sockets", "Open ones.", 3),
            Sample.counter("packets", "Sent.", 7),
            Sample.histogram(
                    "stay_seconds", "In here.", List.of(new Sample.Step(0.001, 4), new Sample.Step(0.25, 6)), 7, 1.5));

    private static Reply asked(Metrics metrics, HttpMethod method, String ip) {
        return metrics.answer(new Call(method, "/metrics", "", new DefaultHttpHeaders(), ip, Content.of(new byte[0])));
    }

    @Test
    void numbers_are_told_as_prometheus_reads_them() {
        var reply = asked(new Metrics(() -> SAMPLES, List.of("10.0.0.0/8")), HttpMethod.GET, "10.1.2.3");
        assertEquals("""
                # HELP parley_sockets Open ones.
                # TYPE parley_sockets gauge
                parley_sockets 3
                # HELP parley_packets_total Sent.
                # TYPE parley_packets_total counter
                parley_packets_total 7
                # HELP parley_stay_seconds In here.
                # TYPE parley_stay_seconds histogram
                parley_stay_seconds_bucket{le="0.001"} 4
                parley_stay_seconds_bucket{le="0.25"} 6
                parley_stay_seconds_bucket{le="+Inf"} 7
                parley_stay_seconds_sum 1.5
                parley_stay_seconds_count 7
                """, new String(reply.body(), StandardCharsets.UTF_8));
    }

    @Test
    void to_strangers_there_is_no_such_page() {
        var metrics = new Metrics(() -> SAMPLES, List.of("10.0.0.0/8", "::1"));
        assertEquals(404, asked(metrics, HttpMethod.GET, "192.0.2.1").status());
        assertEquals(404, asked(metrics, HttpMethod.POST, "192.0.2.1").status());
        assertEquals(200, asked(metrics, HttpMethod.GET, "::1").status());
        assertEquals(405, asked(metrics, HttpMethod.POST, "10.0.0.1").status());
        assertFalse(new Metrics(() -> SAMPLES, List.of()).takes("/metrics"));
    }

    @Test
    void a_node_tells_of_its_gateway_and_of_its_media() throws Exception {
        try (var server = TestServer.start(Map.of(Keys.METRICS_READERS, "127.0.0.1"));
                var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(server.http().resolve("/metrics")).build();
            String page = client.send(request, BodyHandlers.ofString()).body();
            assertTrue(page.contains("\nparley_gateway_sockets 0\n"), page);
            assertTrue(page.contains("\nparley_media_participants 0\n"), page);
            assertTrue(page.contains("\nparley_media_streams_dropped_total 0\n"), page);
            assertTrue(page.contains("\nparley_media_stay_seconds_count 0\n"), page);
            assertEquals(described(), kinds(page));
        }
    }

    private static List<String> described() throws IOException {
        return Files.readString(Path.of("../docs/operating/metrics.md"))
                .lines()
                .filter(it -> it.startsWith("| `parley_"))
                .map(it -> it.replaceFirst("\\| `([^`]*)` \\| ([a-z]*) .*", "$1 $2"))
                .toList();
    }

    private static List<String> kinds(String page) {
        return page.lines()
                .filter(it -> it.startsWith("# TYPE "))
                .map(it -> it.substring("# TYPE ".length()))
                .toList();
    }
}
