package chat.parley.edge.cdn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.config.Keys;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.Pictures;
import chat.parley.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class AttachmentTest {
    private static final TestServer SERVER = TestServer.start(Map.of(Keys.ATTACHMENT_MAX_MB, "4"));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static HttpCaller owner = SERVER.caller();
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
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static JsonNode sent(Object payload, Map<String, byte[]> files) {
        return owner.upload("POST", "/channels/" + channel + "/messages", payload, files)
                .expected();
    }

    private static HttpResponse<byte[]> read(String url, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        bytes[0] = 0;
        return bytes;
    }

    @Test
    void a_file_comes_back_as_it_was_sent() {
        var file = bytes(3_000_000);
        var message = sent(Map.of("content", "look"), Map.of("data.bin", file));
        var attachment = message.path("attachments").path(0);
        assertEquals("data.bin", attachment.path("filename").asString());
        assertEquals(3_000_000, attachment.path("size").asInt());
        var read = read(attachment.path("url").asString());
        assertEquals(200, read.statusCode());
        assertArrayEquals(file, read.body());
        assertTrue(read.headers().firstValue("content-disposition").orElse("").startsWith("attachment"));
        assertTrue(
                read.headers().firstValue("content-security-policy").orElse("").contains("sandbox"));
        var history = owner.get("/channels/" + channel + "/messages?limit=1").expected();
        assertEquals(attachment, history.path(0).path("attachments").path(0));
    }

    @Test
    void ranges_and_what_was_kept_are_answered() {
        var file = bytes(200_000);
        String url = sent(Map.of(), Map.of("a.bin", file))
                .path("attachments")
                .path(0)
                .path("url")
                .asString();
        var part = read(url, "Range", "bytes=100000-100009");
        assertEquals(206, part.statusCode());
        assertArrayEquals(Arrays.copyOfRange(file, 100_000, 100_010), part.body());
        assertEquals(
                "bytes 100000-100009/200000",
                part.headers().firstValue("content-range").orElse(""));
        assertArrayEquals(
                Arrays.copyOfRange(file, 199_990, 200_000),
                read(url, "Range", "bytes=-10").body());
        assertEquals(416, read(url, "Range", "bytes=200000-").statusCode());
        String tag = part.headers().firstValue("etag").orElse("");
        assertEquals(304, read(url, "If-None-Match", tag).statusCode());
    }

    @Test
    void an_address_that_is_not_ours_opens_nothing() {
        String url = sent(Map.of(), Map.of("a.bin", bytes(10)))
                .path("attachments")
                .path(0)
                .path("url")
                .asString();
        assertEquals(403, read(url.replaceFirst("\\?.*", "")).statusCode());
        assertEquals(
                403, read(url.replaceFirst("ex=[0-9a-f]+", "ex=ffffffffff")).statusCode());
        assertEquals(403, read(url.replaceFirst("hm=.", "hm=x")).statusCode());
        assertEquals(403, read(url.replace("/" + channel + "/", "/1/")).statusCode());
    }

    @Test
    void pictures_are_measured_cleaned_and_made_small() throws Exception {
        byte[] turned = Pictures.withExif(Pictures.of("jpeg", 1_200, 600), 6);
        var attachment =
                sent(Map.of(), Map.of("photo.jpg", turned)).path("attachments").path(0);
        assertEquals("image/jpeg", attachment.path("content_type").asString());
        assertEquals(600, attachment.path("width").asInt());
        assertEquals(1_200, attachment.path("height").asInt());
        assertTrue(attachment.path("placeholder").asString().length() > 20);
        String url = attachment.path("url").asString();
        var whole = read(url);
        assertFalse(new String(whole.body(), StandardCharsets.ISO_8859_1).contains("secret place"));
        assertTrue(new String(whole.body(), StandardCharsets.ISO_8859_1).contains("Exif"), "the orientation stays");
        var small = read(url + "width=100&height=200");
        var image = ImageIO.read(new ByteArrayInputStream(small.body()));
        assertEquals(128, image.getWidth());
        assertEquals(256, image.getHeight());
    }

    @Test
    void what_json_says_of_a_file_is_kept() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("one.txt", "one".getBytes(StandardCharsets.UTF_8));
        files.put("two.txt", "two".getBytes(StandardCharsets.UTF_8));
        var payload = Map.of(
                "attachments",
                List.of(Map.of("id", "1", "filename", "second.txt", "description", "the second"), Map.of("id", 0)));
        var attachments = sent(payload, files).path("attachments");
        assertEquals("second.txt", attachments.path(0).path("filename").asString());
        assertEquals("the second", attachments.path(0).path("description").asString());
        assertEquals("one.txt", attachments.path(1).path("filename").asString());
        assertEquals(
                "text/plain; charset=utf-8",
                attachments.path(1).path("content_type").asString());
    }

    @Test
    void an_edit_keeps_adds_and_takes_away() {
        var message = sent(Map.of("content", "x"), Map.of("old.bin", bytes(10)));
        String path = "/channels/" + channel + "/messages/" + message.path("id").asString();
        String old = message.path("attachments").path(0).path("id").asString();
        var both = owner.upload(
                        "PATCH",
                        path,
                        Map.of("attachments", List.of(Map.of("id", old), Map.of("id", 0))),
                        Map.of("new.bin", bytes(20)))
                .expected();
        assertEquals(2, both.path("attachments").size());
        String url = both.path("attachments").path(1).path("url").asString();
        assertEquals(200, read(url).statusCode());
        var none = owner.patch(path, Map.of("attachments", List.of())).expected();
        assertEquals(0, none.path("attachments").size());
        assertEquals(404, read(url).statusCode());
        assertEquals("x", none.path("content").asString());
    }

    @Test
    void the_files_of_a_deleted_message_are_gone() throws Exception {
        var message = sent(Map.of(), Map.of("a.bin", bytes(10)));
        String url = message.path("attachments").path(0).path("url").asString();
        owner.delete("/channels/" + channel + "/messages/" + message.path("id").asString());
        for (int i = 0; i < 100 && read(url).statusCode() == 200; i++) {
            Thread.sleep(20);
        }
        assertEquals(404, read(url).statusCode());
    }

    @Test
    void too_large_and_too_many_are_refused_and_leave_nothing() {
        String path = "/channels/" + channel + "/messages";
        assertEquals(
                40005,
                owner.upload("POST", path, Map.of(), Map.of("a", bytes((4 << 20) + 1)))
                        .code());
        var many = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 11; i++) {
            many.put("f" + i, bytes(10));
        }
        assertEquals(50035, owner.upload("POST", path, Map.of(), many).code());
        assertEquals(50006, owner.upload("POST", path, Map.of(), Map.of()).code());
        var unknown = Map.of("attachments", List.of(Map.of("id", 7)));
        assertEquals(
                50035,
                owner.upload("POST", path, unknown, Map.of("a", bytes(1))).code());
    }

    @Test
    void who_may_not_attach_does_not() {
        var member = SERVER.caller().register("member");
        String code = owner.post("/channels/" + channel + "/invites", Map.of())
                .expected()
                .path("code")
                .asString();
        member.post("/invites/" + code, Map.of()).expected();
        String everyone = "/channels/" + channel + "/permissions/" + guild;
        owner.put(everyone, Map.of("type", 0, "deny", "32768", "allow", "0")).expected();
        assertEquals(
                50013,
                member.upload("POST", "/channels/" + channel + "/messages", Map.of(), Map.of("a", bytes(1)))
                        .code());
        assertEquals(
                50013,
                member.post("/channels/" + channel + "/attachments", Map.of("files", List.of()))
                        .code());
        owner.delete(everyone);
    }

    @Test
    void a_large_file_is_sent_in_pieces_and_goes_on_where_it_broke_off() {
        var file = bytes(2_500_000);
        var begun = owner.post(
                        "/channels/" + channel + "/attachments",
                        Map.of(
                                "files",
                                List.of(Map.of("id", "3", "filename", "big one.bin", "file_size", file.length))))
                .expected()
                .path("attachments")
                .path(0);
        String url = begun.path("upload_url").asString();
        assertEquals(308, put(url, "bytes */2500000", new byte[0]).statusCode());
        var half = put(url, "bytes 0-1499999/2500000", Arrays.copyOf(file, 1_500_000));
        assertEquals("bytes=0-1499999", half.headers().firstValue("range").orElse(""));
        assertEquals(
                400,
                put(url, "bytes 2000000-2499999/2500000", new byte[500_000]).statusCode());
        // The second piece repeats the end of the first.
        var rest = put(url, "bytes 1400000-2499999/2500000", Arrays.copyOfRange(file, 1_400_000, 2_500_000));
        assertEquals(200, rest.statusCode());
        var payload = Map.of(
                "attachments",
                List.of(Map.of(
                        "id", "0",
                        "filename", "big one.bin",
                        "uploaded_filename", begun.path("upload_filename").asString())));
        var message = owner.post("/channels/" + channel + "/messages", payload).expected();
        var attachment = message.path("attachments").path(0);
        assertEquals("big_one.bin", attachment.path("filename").asString());
        assertArrayEquals(file, read(attachment.path("url").asString()).body());
        assertEquals(
                50035, owner.post("/channels/" + channel + "/messages", payload).code());
    }

    private static HttpResponse<byte[]> put(String url, String range, byte[] bytes) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Content-Range", range)
                            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void addresses_are_given_anew_to_who_sees_the_channel() {
        String url = sent(Map.of(), Map.of("a.bin", bytes(10)))
                .path("attachments")
                .path(0)
                .path("url")
                .asString();
        String bare = url.replaceFirst("\\?.*", "");
        var asked = Map.of("attachment_urls", List.of(bare));
        var mine = owner.post("/attachments/refresh-urls", asked)
                .expected()
                .path("refreshed_urls")
                .path(0);
        assertEquals(bare, mine.path("original").asString());
        assertEquals(200, read(mine.path("refreshed").asString()).statusCode());
        var stranger = SERVER.caller().register("stranger");
        var theirs = stranger.post("/attachments/refresh-urls", asked)
                .expected()
                .path("refreshed_urls")
                .path(0);
        assertEquals(bare, theirs.path("refreshed").asString());
    }

    @Test
    void an_embed_shows_a_file_of_its_message() {
        var payload = Map.of("embeds", List.of(Map.of("image", Map.of("url", "attachment://a.png"))));
        var message = sent(payload, Map.of("a.png", Pictures.of("png", 10, 10)));
        assertEquals(
                message.path("attachments").path(0).path("url").asString(),
                message.path("embeds").path(0).path("image").path("url").asString());
    }
}
