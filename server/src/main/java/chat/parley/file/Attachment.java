package chat.parley.file;

import chat.parley.base.id.EntityId;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A file that belongs to a message.
///
/// @param filename as it is shown and as the last part of its address
/// @param title the name as the sender had it, when that could not be kept as a file name
/// @param description for those who cannot see it, up to 1,024 characters
/// @param contentType found by its bytes, not by its name
/// @param size bytes
/// @param width of a picture or video, in pixels
/// @param placeholder a thumbhash in Base64, shown until the picture is there
/// @param durationS of sound or a film, as its container says
/// @param waveform of a voice message, up to 256 samples in Base64
/// @param flags Discord's: 8 is a spoiler, 32 a picture that moves
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attachment(
        EntityId id,
        String filename,
        @Nullable String title,
        @Nullable String description,
        @Nullable String contentType,
        long size,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String placeholder,
        @Nullable Double durationS,
        @Nullable String waveform,
        int flags) {
    public static final int SPOILER = 1 << 3;
    public static final int ANIMATED = 1 << 5;

    Attachment as(EntityId other) {
        return new Attachment(
                other,
                filename,
                title,
                description,
                contentType,
                size,
                width,
                height,
                placeholder,
                durationS,
                waveform,
                flags);
    }

    public Attachment describedAs(@Nullable String text) {
        return new Attachment(
                id, filename, title, text, contentType, size, width, height, placeholder, durationS, waveform, flags);
    }
}
