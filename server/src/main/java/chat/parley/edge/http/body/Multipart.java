package chat.parley.edge.http.body;

import chat.parley.base.content.Content;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the parts of a `multipart/form-data` body (RFC 7578) in one pass over it, without copying them.
public final class Multipart {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int BOUNDARY_MAX_CHARS = 70;

    private final Content content;
    private final InputStream in;
    private final Delimiter delimiter;
    private long at;

    private Multipart(Content content, String boundary) {
        this.content = content;
        this.in = new BufferedInputStream(content.open(), BUFFER_BYTES);
        this.delimiter = new Delimiter(("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1));
    }

    public static boolean isForm(@Nullable String contentType) {
        return contentType != null && contentType.regionMatches(true, 0, "multipart/form-data", 0, 19);
    }

    /// In the order of the body.
    ///
    /// @throws Refused with `Malformed` when it is no such form or has too many parts
    public static List<Part> parts(String contentType, Content content) {
        String boundary = Parameters.of(contentType).get("boundary");
        if (!isForm(contentType) || boundary == null || boundary.isEmpty() || boundary.length() > BOUNDARY_MAX_CHARS) {
            throw malformed("The form has no proper boundary.");
        }
        var form = new Multipart(content, boundary);
        try (form.in) {
            return form.read();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Part> read() throws IOException {
        var parts = new ArrayList<Part>();
        // The first delimiter need not have a line break before it.
        skipPast(delimiter.matchedLineBreak());
        while (!isEnd()) {
            if (parts.size() == Limits.FORM_PARTS_MAX) {
                throw malformed("The form has more than " + Limits.FORM_PARTS_MAX + " parts.");
            }
            var headers = PartHeaders.of(head());
            long from = at;
            skipPast(0);
            parts.add(new Part(
                    headers.name(),
                    headers.filename(),
                    headers.contentType(),
                    content.slice(from, at - delimiter.length() - from)));
        }
        return parts;
    }

    /// @param matched how much of the delimiter stands already before what is read next
    private void skipPast(int matched) throws IOException {
        int state = matched;
        while (state < delimiter.length()) {
            state = delimiter.next(state, next());
        }
    }

    /// What stands after a delimiter: two hyphens end the form, a line break begins a part.
    private boolean isEnd() throws IOException {
        int first = next();
        while (first == ' ' || first == '\t') {
            first = next();
        }
        int second = next();
        if (first == '-' && second == '-') {
            return true;
        }
        if (first != '\r' || second != '\n') {
            throw malformed("The form's boundary is followed by something else.");
        }
        return false;
    }

    private String head() throws IOException {
        var bytes = new byte[Limits.FORM_PART_HEADER_MAX_BYTES];
        int count = 0;
        while (count < 2 || bytes[count - 1] != '\n' || !ended(bytes, count)) {
            if (count == bytes.length) {
                throw malformed("The head of a part is too long.");
            }
            bytes[count++] = (byte) next();
        }
        return new String(bytes, 0, count, StandardCharsets.UTF_8);
    }

    /// An empty line, which is also the first when the part has no head.
    private static boolean ended(byte[] bytes, int count) {
        return count == 2 || (count >= 4 && bytes[count - 3] == '\n' && bytes[count - 2] == '\r');
    }

    private int next() throws IOException {
        int read = in.read();
        if (read < 0) {
            throw malformed("The form ends too early.");
        }
        at++;
        return read;
    }

    static Refused malformed(String why) {
        return new Refused(new Refusal.Malformed(why));
    }
}
