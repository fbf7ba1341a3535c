package chat.parley.file;

import chat.parley.base.content.Content;
import org.jspecify.annotations.Nullable;

/// A file that somebody sends with a message.
///
/// @param name as they call it, which may be anything
/// @param description for those who cannot see it
/// @param durationS of a voice message
/// @param waveform of a voice message, in Base64
public record Upload(
        Content content,
        String name,
        @Nullable String description,
        boolean spoiler,
        @Nullable Double durationS,
        @Nullable String waveform) {

    Upload of(Content other) {
        return new Upload(other, name, description, spoiler, durationS, waveform);
    }
}
