package chat.parley.edge.discord.shape.file;

import chat.parley.base.id.EntityId;
import chat.parley.file.Attachment;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's attachment object.
///
/// @param proxyUrl the same as `url`: pictures are made small at either
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record AttachmentShape(
        EntityId id,
        String filename,
        @Nullable String title,
        @Nullable String description,
        @Nullable String contentType,
        long size,
        String url,
        String proxyUrl,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String placeholder,
        @Nullable Integer placeholderVersion,
        @Nullable Double durationSecs,
        @Nullable String waveform,
        int flags) {

    static AttachmentShape of(Attachment file, String url) {
        return new AttachmentShape(
                file.id(),
                file.filename(),
                file.title(),
                file.description(),
                file.contentType(),
                file.size(),
                url,
                url,
                file.width(),
                file.height(),
                file.placeholder(),
                file.placeholder() == null ? null : 1,
                file.durationS(),
                file.waveform(),
                file.flags());
    }
}
