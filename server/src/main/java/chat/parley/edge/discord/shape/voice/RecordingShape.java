package chat.parley.edge.discord.shape.voice;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;
import chat.parley.file.FileLinks;
import chat.parley.voice.record.RecordingFile;
import chat.parley.voice.record.Recordings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// A recorded call.
///
/// @param userId who asked for it
/// @param endedAt absent while it runs
/// @param userIds who agreed
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record RecordingShape(
        EntityId id,
        ChannelId channelId,
        UserId userId,
        Instant startedAt,
        @Nullable Instant endedAt,
        List<UserId> userIds,
        boolean deletable,
        List<File> files) {

    /// @param userId absent for the mix of all voices
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record File(
            EntityId id,
            @Nullable UserId userId,
            String source,
            long offsetMs,
            long durationMs,
            long size,
            String contentType,
            String url) {}

    public static RecordingShape of(Recordings.Told told, FileLinks links) {
        var it = told.recording();
        return new RecordingShape(
                it.id(),
                it.channel(),
                it.startedBy(),
                it.startedAt(),
                it.endedAt(),
                it.people(),
                told.deletable(),
                told.files().stream()
                        .map(file -> file(it.channel(), file, links))
                        .toList());
    }

    private static File file(ChannelId channel, RecordingFile it, FileLinks links) {
        return new File(
                it.id(),
                it.user(),
                it.source(),
                it.offsetMs(),
                it.durationMs(),
                it.bytes(),
                it.contentType(),
                links.recording(channel, it.id(), it.filename()));
    }
}
