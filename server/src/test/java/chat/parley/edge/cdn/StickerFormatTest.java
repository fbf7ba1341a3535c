package chat.parley.edge.cdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.FormBody;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.Pictures;
import chat.parley.testing.TestServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Stickers of every format, and what is no sticker.
final class StickerFormatTest {
    private static final TestServer SERVER = TestServer.start();

    private static HttpCaller owner = SERVER.caller();
    private static String guild = "";

    @BeforeAll
    static void community() {
        owner = SERVER.caller().register("owner");
        guild = owner.post("/guilds", Map.of("name", "Stickers"))
                .expected()
                .path("id")
                .asString();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static HttpCaller.Answer made(String filename, byte[] bytes) {
        var form = new FormBody()
                .field("name", "wave")
                .field("description", "")
                .field("tags", "wave")
                .file("file", filename, bytes);
        return owner.send("POST", "/guilds/" + guild + "/stickers", form.type(), form.bytes());
    }

    private static HttpResponse<String> read(String path) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(SERVER.http().resolve(path)).build(), BodyHandlers.ofString());
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static byte[] drawing(String asset, String shape, String layer) {
        return """
            {"v":"5.7","fr":30,"ip":0,"op":60,"w":320,"h":320,"assets":[%s],"layers":[{"ty":4,"ip":0,"op":60,"st":0,
            "ks":{"o":{"a":0,"k":100}},"shapes":[%s]}%s]}""".formatted(asset, shape, layer).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void moving_ones_have_their_format() {
        var apng = made("a.png", Pictures.movingPng()).expected();
        assertEquals(2, apng.path("format_type").asInt());
        var shown = read("/cdn/stickers/" + apng.path("id").asString() + ".png");
        assertEquals("image/png", shown.headers().firstValue("content-type").orElse(""));
        assertTrue(shown.body().contains("acTL"), "it still moves");
        assertEquals(
                4,
                made("a.gif", Pictures.movingGif())
                        .expected()
                        .path("format_type")
                        .asInt());
        assertEquals(50035, made("a.webp", Pictures.lossyWebp()).code());
    }

    @Test
    void a_drawing_is_kept_and_served_as_nothing_but_data() {
        var sticker = made("a.json", drawing("", "", "")).expected();
        assertEquals(3, sticker.path("format_type").asInt());
        var shown = read("/cdn/stickers/" + sticker.path("id").asString() + ".json");
        assertEquals(
                "application/json", shown.headers().firstValue("content-type").orElse(""));
        assertEquals(
                "nosniff", shown.headers().firstValue("x-content-type-options").orElse(""));
        assertTrue(shown.body().startsWith("{"));
    }

    @Test
    void a_drawing_that_reaches_out_computes_or_has_no_end_is_refused() {
        String endless = "{\"id\":\"a\",\"layers\":[{\"ty\":0,\"refId\":\"a\"}]}";
        var bomb = new StringBuilder("{\"id\":\"c0\",\"layers\":[{\"ty\":4}]}");
        for (int i = 1; i < 12; i++) {
            String one = "{\"ty\":0,\"refId\":\"c" + (i - 1) + "\"}";
            bomb.append(",{\"id\":\"c" + i + "\",\"layers\":[" + String.join(",", List.of(one, one, one, one)) + "]}");
        }
        for (byte[] wrong : List.of(
                drawing("{\"id\":\"a\",\"u\":\"https://example.org/\",\"p\":\"a.png\"}", "", ""),
                drawing("{\"id\":\"a\",\"p\":\"data:image/png;base64,AAAA\",\"e\":1}", "", ""),
                drawing("", "{\"ty\":\"sh\",\"ks\":{\"a\":0,\"k\":0,\"x\":\"var $bm_rt = alert(1)\"}}", ""),
                drawing("", "{\"ty\":\"rp\",\"c\":{\"a\":0,\"k\":1000000}}", ""),
                drawing("", "", ",{\"ty\":2,\"refId\":\"a\"}"),
                drawing("", "", ",{\"ty\":5}"),
                drawing(endless, "", ",{\"ty\":0,\"refId\":\"a\"}"),
                drawing(bomb.toString(), "", ",{\"ty\":0,\"refId\":\"c11\"}"),
                "{\"w\":320}".getBytes(StandardCharsets.UTF_8),
                "{".repeat(50_000).getBytes(StandardCharsets.UTF_8),
                ("{\"a\":" + "[".repeat(5_000)).getBytes(StandardCharsets.UTF_8))) {
            var answer = made("a.json", wrong);
            assertEquals(
                    400, answer.status(), new String(wrong, 0, Math.min(200, wrong.length), StandardCharsets.UTF_8));
        }
        assertEquals(413, made("a.json", new byte[600_000]).status());
    }

    @Test
    void there_are_packs_to_list_though_none_is_there() {
        assertTrue(owner.get("/sticker-packs").expected().path("sticker_packs").isArray());
    }
}
