package chat.parley.edge.cdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.HttpCaller;
import chat.parley.testing.Pictures;
import chat.parley.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What somebody who means harm uploads, and what becomes of it.
final class HostileUploadsTest {
    private static final TestServer SERVER = TestServer.start();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String SCRIPT = "<script>alert(document.domain)</script>";

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

    private static JsonNode sent(String name, byte[] bytes) {
        return owner.upload("POST", messages, Map.of(), Map.of(name, bytes))
                .expected()
                .path("attachments")
                .path(0);
    }

    private static HttpResponse<byte[]> read(JsonNode attachment) {
        try {
            var request = HttpRequest.newBuilder(
                            URI.create(attachment.path("url").asString()))
                    .build();
            return CLIENT.send(request, BodyHandlers.ofByteArray());
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /// Whatever it is, a browser is told to download it, to guess nothing and to run nothing.
    private static void assertDownloaded(JsonNode attachment) {
        var response = read(attachment);
        assertEquals("application/octet-stream", header(response, "content-type"));
        assertTrue(header(response, "content-disposition").startsWith("attachment"));
        assertEquals("nosniff", header(response, "x-content-type-options"));
        assertTrue(header(response, "content-security-policy").contains("sandbox"));
        assertFalse(header(response, "content-security-policy").contains("allow-scripts"));
    }

    @Test
    void what_could_run_is_only_downloaded() {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'>" + SCRIPT + "</svg>";
        assertDownloaded(sent("picture.svg", text(svg)));
        assertDownloaded(sent("picture.png", text(svg)));
        assertDownloaded(sent("photo.png", text("<!DOCTYPE html>" + SCRIPT)));
        assertDownloaded(sent("photo.jpg", text("  \n<!-- x --><HTML>" + SCRIPT)));
        assertDownloaded(sent("data.xml", text("<?xml version='1.0'?><x/>")));
        assertDownloaded(sent("page.txt", text("<script src=x></script>")));
        assertDownloaded(sent("code.js", text("alert(1)")));
        assertDownloaded(sent("paper.pdf", text("%PDF-1.7\n/JS (app.alert(1))")));
        assertDownloaded(sent("tool.png", joined(text("MZ"), new byte[64])));
    }

    @Test
    void text_is_shown_as_text_whatever_follows_its_beginning() {
        var attachment = sent("notes.txt", text("just notes\n".repeat(600) + SCRIPT));
        assertEquals("text/plain; charset=utf-8", header(read(attachment), "content-type"));
        assertEquals("nosniff", header(read(attachment), "x-content-type-options"));
    }

    @Test
    void a_picture_is_nothing_besides() {
        var png = sent("a.png", joined(Pictures.of("png", 8, 8), text(SCRIPT)));
        assertFalse(new String(read(png).body(), StandardCharsets.ISO_8859_1).contains("script"));
        var gif = sent("a.gif", joined(Pictures.of("gif", 8, 8), text("/*" + SCRIPT)));
        assertFalse(new String(read(gif).body(), StandardCharsets.ISO_8859_1).contains("script"));
        var jpeg = sent("a.jpg", joined(Pictures.of("jpeg", 8, 8), text(SCRIPT)));
        assertFalse(new String(read(jpeg).body(), StandardCharsets.ISO_8859_1).contains("script"));
        // A GIF that is also JavaScript is no GIF that can be read to its end.
        assertDownloaded(sent("b.gif", text("GIF89a/*\0\0\0\0\0\0*/=1;alert(1)//")));
    }

    @Test
    void a_picture_of_100_megapixels_is_refused_by_its_head() {
        byte[] png = Pictures.of("png", 8, 8);
        ByteBuffer.wrap(png).putInt(16, 10_000).putInt(20, 10_000);
        var crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        assertEquals(
                50035,
                owner.upload("POST", messages, Map.of(), Map.of("bomb.png", png))
                        .code());
    }

    @Test
    void names_are_only_names() {
        for (var it : Map.of(
                        "../../etc/passwd", "passwd",
                        "..\\..\\boot.ini", "boot.ini",
                        "/etc/shadow", "shadow",
                        "a\0b\r\nSet-Cookie: x.txt", "a_b_0D_0ASet-Cookie_x.txt",
                        "invoice\u202Efdp.exe", "invoice_fdp.exe",
                        "con.txt", "_con.txt",
                        "....", "unknown",
                        "42.zip\"; x=\"y", "42.zip_x=_y")
                .entrySet()) {
            var attachment = sent(it.getKey(), text("x"));
            assertEquals(it.getValue(), attachment.path("filename").asString());
            var response = read(attachment);
            assertEquals(200, response.statusCode());
            assertTrue(header(response, "set-cookie").isEmpty());
        }
        assertTrue(sent("x".repeat(2_000) + ".txt", text("x"))
                .path("filename")
                .asString()
                .endsWith(".txt"));
    }

    @Test
    void an_archive_is_never_opened() {
        byte[] bomb = joined(text("PK\u0003\u0004"), new byte[100]);
        assertEquals(
                "application/zip", sent("bomb.zip", bomb).path("content_type").asString());
    }

    @Test
    void forms_that_lie_are_refused() {
        String type = "multipart/form-data; boundary=x";
        String part = "--x\r\nContent-Disposition: form-data; name=\"files[0]\"; filename=\"a\"\r\n";
        for (String body : new String[] {
            part + "X-Long: " + "y".repeat(100_000) + "\r\n\r\nz\r\n--x--", part, part + "\r\nno end", "--y--", ""
        }) {
            assertEquals(400, owner.send("POST", messages, type, text(body)).status(), body.length() + " bytes");
        }
        assertEquals(
                400,
                owner.send("POST", messages, type, text((part + "\r\n\r\n").repeat(100) + "--x--"))
                        .status());
    }

    @Test
    void damaged_pictures_do_no_harm() {
        byte[] whole = Pictures.of("jpeg", 64, 64);
        for (int cut = 2; cut < whole.length; cut += 37) {
            sent("cut.jpg", Arrays.copyOf(whole, cut));
        }
        byte[] png = Pictures.of("png", 64, 64);
        for (int at = 8; at < png.length; at += 3) {
            byte[] broken = png.clone();
            broken[at] ^= (byte) 0x55;
            int status = owner.upload("POST", messages, Map.of(), Map.of("broken.png", broken))
                    .status();
            assertTrue(status == 200 || status == 400, "byte " + at + ": " + status);
        }
    }
}
