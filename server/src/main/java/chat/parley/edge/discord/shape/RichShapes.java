package chat.parley.edge.discord.shape;

import chat.parley.base.id.UserId;
import chat.parley.edge.discord.shape.file.FileShapes;
import chat.parley.message.Extras;
import chat.parley.message.Message;
import chat.parley.message.poll.Tally;
import chat.parley.message.rich.Cause;
import chat.parley.message.rich.Snapshot;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes what few messages have.
final class RichShapes {
    private RichShapes() {}

    static MessageShape.@Nullable Rich of(
            Message message,
            FileShapes files,
            Function<UserId, UserShape> people,
            @Nullable Tally tally,
            @Nullable Object thread) {
        var extras = message.extras();
        if (extras.equals(Extras.NONE) && thread == null) {
            return null;
        }
        var persona = extras.persona();
        var cause = extras.cause();
        var poll = extras.poll();
        var snapshot = extras.snapshot();
        return new MessageShape.Rich(
                persona == null ? null : persona.webhook(),
                extras.application(),
                cause == null ? null : CauseShape.of(cause, people),
                cause == null ? null : CauseShape.older(cause, people),
                extras.stickers().isEmpty()
                        ? null
                        : extras.stickers().stream().map(StickerItemShape::of).toList(),
                poll == null ? null : PollShape.of(poll, tally),
                thread,
                snapshot == null ? null : List.of(SnapshotShape.of(snapshot, shown(message, snapshot, files), people)));
    }

    private static FileShapes.Shown shown(Message message, Snapshot snapshot, FileShapes files) {
        return files.of(snapshot.attachments(), snapshot.embeds(), snapshot.components(), message.channel());
    }

    /// Whose names it takes.
    static void note(Extras extras, Set<UserId> ids) {
        for (Cause cause = extras.cause(); cause != null; cause = cause.trigger()) {
            ids.add(cause.user());
        }
        if (extras.snapshot() != null) {
            ids.addAll(extras.snapshot().mentions());
        }
    }
}
