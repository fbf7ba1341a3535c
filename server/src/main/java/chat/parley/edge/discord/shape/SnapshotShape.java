package chat.parley.edge.discord.shape;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.edge.discord.shape.file.FileShapes;
import chat.parley.message.rich.Snapshot;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's message snapshot: what a forward shows.
public record SnapshotShape(Inner message) {

    /// The message without who, where and id.
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Inner(
            int type,
            String content,
            List<UserShape> mentions,
            List<RoleId> mentionRoles,
            List<?> attachments,
            List<JsonNode> embeds,
            List<JsonNode> components,
            @Nullable List<StickerItemShape> stickerItems,
            Instant timestamp,
            @JsonInclude(ALWAYS) @Nullable Instant editedTimestamp,
            int flags) {}

    static SnapshotShape of(Snapshot snapshot, FileShapes.Shown shown, Function<UserId, UserShape> people) {
        return new SnapshotShape(new Inner(
                snapshot.kind(),
                snapshot.content(),
                snapshot.mentions().stream().map(people).toList(),
                snapshot.mentionRoles(),
                shown.files(),
                shown.embeds().list(),
                shown.components().list(),
                snapshot.stickers().isEmpty()
                        ? null
                        : snapshot.stickers().stream().map(StickerItemShape::of).toList(),
                snapshot.at(),
                snapshot.editedAt(),
                snapshot.flags()));
    }
}
