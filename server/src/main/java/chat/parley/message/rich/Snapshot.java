package chat.parley.message.rich;

import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.file.Attachment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A forwarded message as it was when it was forwarded, without its author.
public record Snapshot(
        int kind,
        String content,
        Instant at,
        @Nullable Instant editedAt,
        int flags,
        List<UserId> mentions,
        List<RoleId> mentionRoles,
        List<Attachment> attachments,
        Embeds embeds,
        Components components,
        List<Sticker> stickers) {

    /// That something was forwarded and when it was written, and nothing of what it says.
    public Snapshot blank() {
        return new Snapshot(
                kind,
                "",
                at,
                editedAt,
                flags,
                mentions,
                mentionRoles,
                List.of(),
                Embeds.NONE,
                Components.NONE,
                List.of());
    }

    public Snapshot with(List<Attachment> files) {
        return new Snapshot(
                kind, content, at, editedAt, flags, mentions, mentionRoles, files, embeds, components, stickers);
    }
}
