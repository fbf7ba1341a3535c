package chat.parley.channel;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import java.util.Collection;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/// The rules of putting a channel into a category.
final class Parents {
    private Parents() {}

    /// The category, as the caller sees it; absent when none is asked for.
    ///
    /// @throws chat.parley.base.refusal.Refused with `Invalid` when it is no category of the guild that the
    ///     caller may see, or when a category is to go into it
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
        return writing.seenBy(caller, parent);
    }

    /// @param channels all of a guild, with the parents they shall have
    /// @throws chat.parley.base.refusal.Refused with `Invalid` when a category would hold too many
    static void requireRoom(Collection<Channel> channels) {
        var children = new HashMap<ChannelId, Integer>();
        for (var channel : channels) {
            var parent = channel.parent();
            if (parent != null && children.merge(parent, 1, Integer::sum) > Limits.CHANNELS_PER_CATEGORY_MAX) {
                throw Refusal.invalid(
                        "parent_id",
                        "CHANNEL_PARENT_MAX_CHANNELS",
                        "Maximum number of channels in category reached (" + Limits.CHANNELS_PER_CATEGORY_MAX + ")");
            }
        }
    }
}
