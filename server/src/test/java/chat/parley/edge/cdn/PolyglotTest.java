package chat.parley.edge.cdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.HttpCaller;
import chat.parley.testing.Pictures;
import chat.parley.testing.RecordingBytes;
import chat.parley.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Files that are two things at once, and files that are far more than they seem, sent and read over HTTP.
final class PolyglotTest {
    private static final TestServer SERVER = TestServer.start();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String PAYLOAD = "<script>alert(document.domain)</script>%PDF-1.7 PK\u0003\u0004";

    private static HttpCaller owner = SERVER.caller();
    private static String messages = "";

    @BeforeAll
    static void community() {
        owner = SERVER.caller().register("owner");
        String guild = owner.post("/guilds", Map.of("name", "Files"))
                .expected()
                .path("id")
                .asString();
        for (var it : owner.get("/guilds/" + guild + "/channels").expected()) {
            if (it.path("type").asInt() == 0) {
                messages = "/channels/" + it.path("id").asString() + "/messages";
            }
        }
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static HttpCaller.Answer answer(String name, byte[] bytes) {
        return owner.upload("POST", messages, Map.of(), Map.of(name, bytes));
    }

    private static JsonNode sent(String name, byte[] bytes) {
        return answer(name, bytes).expected().path("attachments").path(0);
    }

    /// Whatever comes: never taken for something else, never a page of ours, never a script.
    private static HttpResponse<byte[]> read(JsonNode attachment, String more) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(attachment.path("url").asString() + more));
            var response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            assertEquals(200, response.statusCode());
            assertEquals("nosniff", header(response, "x-content-type-options"));
            String policy = header(response, "content-security-policy");
            assertTrue(policy.contains("default-src 'none'") && policy.contains("sandbox"), policy);
            assertFalse(policy.contains("allow-scripts"), policy);
            assertEquals("cross-origin", header(response, "cross-origin-resource-policy"));
            return response;
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static void assertPictureAlone(String name, String type, byte[] bytes) {
        var response = read(sent(name, bytes), "");
        assertEquals(type, header(response, "content-type"), name);
        String body = new String(response.body(), StandardCharsets.ISO_8859_1);
        assertFalse(body.contains("script") || body.contains("%PDF") || body.contains("PK\u0003\u0004"), name);
    }

    private static byte[] payload() {
        return PAYLOAD.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_picture_carries_nothing_in_its_folds() {
        byte[] png = Pictures.of("png", 8, 8);
        for (String chunk : new String[] {"tEXt", "iTXt", "zTXt", "eXIf", "tIME", "ruNn", "hTMl"}) {
            assertPictureAlone(chunk + ".png", "image/png", Pictures.withChunk(png, chunk, payload()));
        }
        assertPictureAlone("tail.png", "image/png", RecordingBytes.joined(png, payload()));
        byte[] jpeg = Pictures.of("jpeg", 8, 8);
        for (int marker : new int[] {0xfe, 0xe1, 0xe3, 0xed, 0xef}) {
            assertPictureAlone("m" + marker + ".jpg", "image/jpeg", withSegment(jpeg, marker));
        }
        byte[] gif = Pictures.of("gif", 8, 8);
        byte[] comment = RecordingBytes.joined(
                new byte[] {0x21, (byte) 0xfe, (byte) payload().length}, payload(), new byte[] {0});
        int blocks = 13 + (3 << ((gif[10] & 7) + 1));
        assertPictureAlone(
                "c.gif",
                "image/gif",
                RecordingBytes.joined(
                        Arrays.copyOf(gif, blocks), comment, Arrays.copyOfRange(gif, blocks, gif.length)));
        byte[] webp = RecordingBytes.joined(Pictures.lossyWebp(), payload());
        assertPictureAlone("a.webp", "image/webp", webp);
    }

    private static byte[] withSegment(byte[] jpeg, int marker) {
        byte[] text = payload();
        return ByteBuffer.allocate(jpeg.length + text.length + 4)
                .put(jpeg, 0, 2)
                .putShort((short) (0xff00 | marker))
                .putShort((short) (text.length + 2))
                .put(text)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    @Test
    void a_picture_that_is_also_a_script_is_only_downloaded() {
        for (String text : new String[] {
            "GIF89a/*\0\0*/=1;alert(1)//",
            "GIF87a=1;alert(document.domain);//" + "x".repeat(99),
            "%PDF-1.7\n\u00ff\u00d8\u00ff"
        }) {
            var response = read(sent("a.gif", text.getBytes(StandardCharsets.ISO_8859_1)), "");
            assertEquals("application/octet-stream", header(response, "content-type"));
            assertTrue(header(response, "content-disposition").startsWith("attachment"));
        }
    }

    @Test
    void pictures_of_too_many_pixels_are_refused_by_their_heads_in_every_format() {
        byte[] png = Pictures.of("png", 8, 8);
        ByteBuffer.wrap(png).putInt(16, 10_000).putInt(20, 10_000);
        var sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        byte[] gif = Pictures.of("gif", 8, 8);
        Arrays.fill(gif, 6, 10, (byte) 0xff);
        byte[] webp = Pictures.lossyWebp();
        Arrays.fill(webp, 24, 30, (byte) 0x7f);
        byte[] jpeg = Pictures.of("jpeg", 8, 8);
        for (int at = 2; at < jpeg.length - 9; at++) {
            if (jpeg[at] == (byte) 0xff && jpeg[at + 1] == (byte) 0xc0) {
                ByteBuffer.wrap(jpeg).putShort(at + 5, (short) 30_000).putShort(at + 7, (short) 30_000);
            }
        }
        for (byte[] bomb : new byte[][] {png, gif, webp, jpeg}) {
            assertEquals(50035, answer("bomb", bomb).code());
            String uri = "data:image/png;base64," + Base64.getEncoder().encodeToString(bomb);
            assertEquals(50035, owner.patch("/users/@me", Map.of("avatar", uri)).code());
        }
    }

    private static byte[] deflated(int zeros) {
        var out = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(out)) {
            var some = new byte[1 << 16];
            for (int left = zeros; left > 0; left -= some.length) {
                deflating.write(some);
            }
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return out.toByteArray();
    }

    @Test
    void a_profile_and_pixels_that_swell_are_never_swollen() throws IOException {
        byte[] swelling = deflated(1 << 28);
        byte[] profile = RecordingBytes.joined(RecordingBytes.text("p\0\0"), swelling);
        var small = read(sent("p.png", Pictures.withChunk(Pictures.of("png", 400, 400), "iCCP", profile)), "width=64");
        assertNotNull(ImageIO.read(new ByteArrayInputStream(small.body())));
        byte[] png = Pictures.of("png", 400, 400);
        var pixels = sent("i.png", Pictures.withChunk(png, "IDAT", swelling));
        assertEquals(400, pixels.path("width").asInt());
        read(pixels, "width=64");
    }

    @Test
    void an_archive_that_swells_stays_as_small_as_it_came() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 4; i++) {
                zip.putNextEntry(new ZipEntry("../../" + i));
                zip.write(new byte[1 << 24]);
            }
        }
        var archive = sent("bomb.zip", out.toByteArray());
        assertEquals(out.size(), archive.path("size").asInt());
        var response = read(archive, "");
        assertEquals("application/octet-stream", header(response, "content-type"));
        assertEquals(out.size(), response.body().length);
        var gzip = sent("bomb.svgz", RecordingBytes.joined(new byte[] {0x1f, (byte) 0x8b, 8}, deflated(1 << 24)));
        assertTrue(header(read(gzip, ""), "content-encoding").isEmpty());
    }

    @Test
    void names_that_lie_are_shown_as_they_are_kept_and_never_break_the_header() {
        for (String name : new String[] {
            "photo\u202Egpj.exe",
            "a\r\nX-Evil: 1.txt",
            "<img src=x onerror=alert(1)>.png",
            "'; filename=evil.html",
            "\u0000.html",
            "..",
            "CON"
        }) {
            var attachment = sent(name, RecordingBytes.text("text"));
            var response = read(attachment, "");
            assertTrue(header(response, "x-evil").isEmpty());
            String said = header(response, "content-disposition");
            assertFalse(said.contains("<") || said.contains("\u202E") || said.contains("..\""), said);
            assertFalse(attachment.path("filename").asString().matches(".*[<>\"\\p{Cntrl}\u202E/].*"));
        }
    }
}
