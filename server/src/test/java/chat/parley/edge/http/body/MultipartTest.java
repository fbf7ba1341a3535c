package chat.parley.edge.http.body;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.parley.base.content.Content;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MultipartTest {
    private static final String TYPE = "multipart/form-data; boundary=xx";

    private static List<Part> parts(String body) {
        return Multipart.parts(TYPE, Content.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_browsers_form_is_read() {
        var parts = parts("""
                --xx\r
                Content-Disposition: form-data; name="payload_json"\r
                \r
                {"content":"hi"}\r
                --xx\r
                Content-Disposition: form-data; name="files[0]"; filename="a %22b%22; c.png"\r
                Content-Type: image/png\r
                \r
                two\r
                lines\r
                --xx--\r
                """);
        assertEquals(2, parts.size());
        assertEquals("{\"content\":\"hi\"}", parts.getFirst().text(100));
        assertEquals("files[0]", parts.getLast().name());
        assertEquals("a \"b\"; c.png", parts.getLast().filename());
        assertEquals("image/png", parts.getLast().contentType());
        assertEquals("two\r\nlines", parts.getLast().text(100));
    }

    @Test
    void the_extended_file_name_wins() {
        var part = parts("--xx\r\nContent-Disposition: form-data; name=f; filename=\"x\"; filename*=UTF-8''%C3%A4+b.txt"
                        + "\r\n\r\n\r\n--xx--")
                .getFirst();
        assertEquals("ä+b.txt", part.filename());
        assertEquals(0, part.content().length());
    }

    @Test
    void an_empty_form_and_a_preamble_are_fine() {
        assertEquals(List.of(), parts("--xx--\r\n"));
        assertEquals(
                1,
                parts("hello\r\n--xx  \r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n--xx--")
                        .size());
    }

    @Test
    void hostile_forms_are_refused() {
        String part = "--xx\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n";
        for (String body : List.of(
                "",
                "--xx",
                "--xx\r\n",
                part,
                part + "--xx",
                "--xxgarbage\r\n",
                "--xx\r\n\r\nno name\r\n--xx--",
                "--xx\r\nX: " + "y".repeat(Limits.FORM_PART_HEADER_MAX_BYTES) + "\r\n\r\n\r\n--xx--",
                part.repeat(Limits.FORM_PARTS_MAX + 1) + "--xx--")) {
            var no = assertThrows(Refused.class, () -> parts(body), body);
            assertInstanceOf(Refusal.Malformed.class, no.refusal());
        }
        for (String type :
                List.of("multipart/form-data", "multipart/form-data; boundary=", "text/plain; boundary=xx")) {
            assertThrows(Refused.class, () -> Multipart.parts(type, Content.of(new byte[0])));
        }
    }

    @Test
    void whatever_a_part_holds_comes_out_again() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            // Nearly the delimiter, again and again.
            var pieces = List.of("\r\n", "--", "x", "xx", "\r\n--x", "\r", "-", "\r\n--", "\r\r\n--xy");
            var file = new ByteArrayOutputStream();
            for (int i = random.nextInt(40); i > 0; i--) {
                String piece = pieces.get(random.nextInt(pieces.size()));
                file.writeBytes(piece.getBytes(StandardCharsets.ISO_8859_1));
                if (file.toString(StandardCharsets.ISO_8859_1).contains("\r\n--xx")) {
                    file.reset();
                }
            }
            // The end of the part may not complete a delimiter with what follows it.
            file.write('.');
            var body = new ByteArrayOutputStream();
            body.writeBytes("--xx\r\nContent-Disposition: form-data; name=a; filename=b\r\n\r\n"
                    .getBytes(StandardCharsets.ISO_8859_1));
            body.writeBytes(file.toByteArray());
            body.writeBytes("\r\n--xx--\r\n".getBytes(StandardCharsets.ISO_8859_1));
            try (var in = Multipart.parts(TYPE, Content.of(body.toByteArray()))
                    .getFirst()
                    .content()
                    .open()) {
                assertArrayEquals(file.toByteArray(), in.readAllBytes(), "seed " + seed);
            }
        }
    }
}
