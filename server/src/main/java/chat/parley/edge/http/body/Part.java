package chat.parley.edge.http.body;

import chat.parley.base.content.Content;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One part of a form: a place in the request's body, so it costs nothing and ends with the request.
///
/// @param filename as the sender wrote it, which may be anything; `null` when the part is no file
/// @param contentType as the sender claims; empty when it does not
public record Part(String name, @Nullable String filename, String contentType, Content content) {

    /// The part as text.
    ///
    /// @throws Refused with `TooLarge` beyond so many bytes
    public String text(int maxBytes) {
        if (content.length() > maxBytes) {
            throw new Refused(new Refusal.TooLarge(maxBytes));
        }
        try (var in = content.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
