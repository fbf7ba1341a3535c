package chat.parley.channel;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// The rules of putting a channel into a category.
final class Parents {
    private Parents() {}

    /// The category, as the caller sees it; absent when none is asked for.
    ///
    /// @throws chat.parley.base.refusal.Refused with `Invalid` when it is no category of the guild that the
    ///     caller may see, when it is full, or when a category is to go into it
    static @Nullable ChannelAccess required(
            ChannelWriting writing, Caller caller, Channel.Kind kind, @Nullable ChannelId parent) {
        if (parent == null) {
            return null;
        }
        var category = writing.now().find(parent);
        if (category == null
                || category.kind() != Channel.Kind.CATEGORY
                || !writing.view().canView(caller.id(), parent)) {
            throw Refusal.invalid("parent_id", "CHANNEL_PARENT_INVALID", "Category does not exist");
        }
        if (kind == Channel.Kind.CATEGORY) {
            throw Refusal.invalid(
                    "parent_id", "CHANNEL_PARENT_INVALID_TYPE", "A category cannot have a parent channel");
        }
        long children = writing.now().list().stream()
                .filter(it -> parent.equals(it.parent()))
                .count();
        if (children >= Limits.CHANNELS_PER_CATEGORY_MAX) {
            throw Refusal.invalid(
                    "parent_id",
                    "CHANNEL_PARENT_MAX_CHANNELS",
                    "Maximum number of channels in category reached (" + Limits.CHANNELS_PER_CATEGORY_MAX + ")");
        }
        return writing.seenBy(caller, parent);
    }
}
