package chat.parley.edge.http.body;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The head of one part.
record PartHeaders(String name, @Nullable String filename, String contentType) {

    /// @throws chat.parley.base.refusal.Refused with `Malformed` when the part has no name
    static PartHeaders of(String head) {
        Map<String, String> disposition = Map.of();
        String contentType = "";
        for (String line : head.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            String field = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            if (field.equals("content-disposition")) {
                disposition = Parameters.of(line.substring(colon + 1));
            } else if (field.equals("content-type")) {
                contentType = line.substring(colon + 1).strip();
            }
        }
        String name = disposition.get("name");
        if (name == null) {
            throw Multipart.malformed("A part of the form has no name.");
        }
        return new PartHeaders(name, disposition.get("filename"), contentType);
    }
}
