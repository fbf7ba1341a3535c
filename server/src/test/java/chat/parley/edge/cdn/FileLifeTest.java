package chat.parley.edge.cdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.HttpCaller;
import chat.parley.testing.Pictures;
import chat.parley.testing.RecordingBytes;
import chat.parley.testing.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Films, voices and forwarded files, over HTTP.
final class FileLifeTest {
    private static final TestServer SERVER = TestServer.start();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int VOICE = 1 << 13;

    private static HttpCaller owner = SERVER.caller();
    private static HttpCaller member = SERVER.caller();
    private static String guild = "";
    private static String channel = "";

    @BeforeAll
    static void community() {
        owner = SERVER.caller().register("owner");
        guild = owner.post("/guilds", Map.of("name", "Files"))
                .expected()
                .path("id")
                .asString();
        for (var it : owner.get("/guilds/" + guild + "/channels").expected()) {
            channel = it.path("type").asInt() == 0 ? it.path("id").asString() : channel;
        }
        member = SERVER.caller().register("member");
        String code = owner.post("/channels/" + channel + "/invites", Map.of())
                .expected()
                .path("code")
                .asString();
        member.post("/invites/" + code, Map.of()).expected();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String messages() {
        return "/channels/" + channel + "/messages";
    }

    private static JsonNode sent(String name, byte[] bytes) {
        return owner.upload("POST", messages(), Map.of(), Map.of(name, bytes))
                .expected()
                .path("attachments")
                .path(0);
    }

    private static HttpResponse<byte[]> read(JsonNode attachment) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(attachment.path("url").asString()));
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void films_and_sound_are_measured_and_tell_nothing_of_their_maker() {
        for (var it : Map.of(
                        "a.mp4", RecordingBytes.mp4(),
                        "a.webm", RecordingBytes.webm(),
                        "a.ogg", RecordingBytes.ogg(),
                        "a.mp3", RecordingBytes.mp3())
                .entrySet()) {
            var file = sent(it.getKey(), it.getValue());
            var response = read(file);
            assertTrue(file.path("duration_secs").asDouble() > 0, it.getKey());
            assertFalse(new String(response.body(), StandardCharsets.ISO_8859_1).contains("secret"), it.getKey());
            assertEquals(
                    "nosniff",
                    response.headers().firstValue("x-content-type-options").orElse(""));
            assertEquals(
                    file.path("content_type").asString(),
                    response.headers().firstValue("content-type").orElse(""));
        }
        assertEquals(180, sent("b.mp4", RecordingBytes.mp4()).path("width").asInt());
        var moving = sent("a.webp", Pictures.movingWebp());
        assertEquals(40, moving.path("width").asInt());
        assertEquals(1 << 5, moving.path("flags").asInt());
        assertTrue(moving.path("placeholder").isString());
        byte[] broken = RecordingBytes.joined(RecordingBytes.text("\0\0\0\u0010ftypisom"), new byte[50]);
        assertEquals(
                "application/octet-stream",
                sent("c.mp4", broken).path("content_type").asString());
    }

    private static HttpCaller.Answer spoken(HttpCaller who, Map<String, Object> more, Map<String, Object> file) {
        var told = new HashMap<String, Object>(Map.of("flags", VOICE));
        told.putAll(more);
        var described = new HashMap<String, Object>(Map.of("id", "0"));
        described.putAll(file);
        told.put("attachments", List.of(described));
        return who.upload("POST", messages(), told, Map.of("voice.ogg", RecordingBytes.ogg()));
    }

    @Test
    void a_voice_message_is_one_sound_with_its_waveform_and_nothing_else() {
        Map<String, Object> voice = Map.of("duration_secs", 99.0, "waveform", "AAECAw==");
        var message = spoken(member, Map.of(), voice).expected();
        assertEquals(VOICE, message.path("flags").asInt() & VOICE);
        var file = message.path("attachments").path(0);
        assertEquals("AAECAw==", file.path("waveform").asString());
        assertEquals(3.0, file.path("duration_secs").asDouble(), "as the sound itself says");
        assertEquals(
                50159, spoken(member, Map.of("content", "and words"), voice).code());
        assertEquals(
                50161, spoken(member, Map.of(), Map.of("duration_secs", 1.0)).code());
        assertEquals(
                50160,
                member.upload(
                                "POST",
                                messages(),
                                Map.of("flags", VOICE, "attachments", List.of(Map.of("id", 0, "waveform", "AA=="))),
                                Map.of("a.txt", RecordingBytes.text("text")))
                        .code());
        assertEquals(50160, member.post(messages(), Map.of("flags", VOICE)).code());
        String path = messages() + "/" + message.path("id").asString();
        assertEquals(50162, member.patch(path, Map.of("content", "words")).code());
        String everyone = "/channels/" + channel + "/permissions/" + guild;
        owner.put(everyone, Map.of("type", 0, "deny", String.valueOf(1L << 46), "allow", "0"))
                .expected();
        assertEquals(50173, spoken(member, Map.of(), voice).code());
        owner.delete(everyone);
    }

    private static JsonNode forward(JsonNode message) {
        var reference = Map.of(
                "type",
                1,
                "channel_id",
                channel,
                "message_id",
                message.path("id").asString());
        return owner.post(messages(), Map.of("message_reference", reference)).expected();
    }

    private static JsonNode carried(JsonNode forward) {
        return forward.path("message_snapshots")
                .path(0)
                .path("message")
                .path("attachments")
                .path(0);
    }

    private static void deleted(JsonNode message, JsonNode file) throws InterruptedException {
        owner.delete(messages() + "/" + message.path("id").asString());
        for (int i = 0; i < 200 && read(file).statusCode() == 200; i++) {
            Thread.sleep(20);
        }
        assertEquals(404, read(file).statusCode());
    }

    @Test
    void a_forward_keeps_its_file_when_the_first_message_goes() throws InterruptedException {
        byte[] bytes = Pictures.of("png", 20, 20);
        var first = owner.upload("POST", messages(), Map.of(), Map.of("a.png", bytes))
                .expected();
        var second = forward(first);
        var third = forward(second);
        assertEquals("a.png", carried(second).path("filename").asString());
        deleted(first, first.path("attachments").path(0));
        assertEquals(200, read(carried(second)).statusCode());
        deleted(second, carried(second));
        assertEquals(200, read(carried(third)).statusCode());
        deleted(third, carried(third));
    }

    @Test
    void emoji_from_elsewhere_need_a_right_and_unknown_ones_become_their_names() {
        String other = owner.post("/guilds", Map.of("name", "Elsewhere"))
                .expected()
                .path("id")
                .asString();
        String image = "data:image/png;base64," + Base64.getEncoder().encodeToString(Pictures.of("png", 48, 48));
        String id = owner.post("/guilds/" + other + "/emojis", Map.of("name", "party", "image", image))
                .expected()
                .path("id")
                .asString();
        String written = "<:party:" + id + ">";
        assertEquals(written, said(owner, written));
        assertEquals(":party:", said(member, written), "they are not in that community");
        assertEquals("`" + written + "`", said(member, "`" + written + "`"), "code stays");
        assertEquals(":gone: x", said(member, "<:gone:123456789012345678> x"));
    }

    private static String said(HttpCaller who, String content) {
        return who.post(messages(), Map.of("content", content))
                .expected()
                .path("content")
                .asString();
    }
}
