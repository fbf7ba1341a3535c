package chat.parley.channel.thread;

import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.base.refusal.Refused;
import chat.parley.channel.Channel;
import chat.parley.channel.ChannelAccess;
import chat.parley.permission.Permission;
import java.util.HashSet;
import java.util.List;

/// The tags that a post of a forum may carry.
final class Tags {
    private Tags() {}

    /// @param access to the channel that the thread belongs to
    /// @throws chat.parley.base.refusal.Refused when a tag is not the forum's, one is missing, or it is for
    ///     those who manage threads
    static void requireFit(ChannelAccess access, List<Long> tags) {
        requireFit(access.channel(), tags, access.may(Permission.MANAGE_THREADS));
    }

    /// @param managing whether they may leave a required tag out and use those for moderators
    static void requireFit(Channel channel, List<Long> tags, boolean managing) {
        var forum = channel.details().forum();
        if (forum == null) {
            if (!tags.isEmpty()) {
                throw invalid();
            }
            return;
        }
        if (tags.isEmpty() && forum.requireTag() && !managing) {
            throw Refusal.unfit(Why.TAG_REQUIRED);
        }
        if (tags.size() > Limits.THREAD_TAGS_MAX || new HashSet<>(tags).size() != tags.size()) {
            throw Refusal.invalid(
                    "applied_tags",
                    "BASE_TYPE_MAX_LENGTH",
                    "Must be " + Limits.THREAD_TAGS_MAX + " or fewer in length.");
        }
        for (long id : tags) {
            var tag = forum.tag(id);
            if (tag == null) {
                throw invalid();
            }
            if (tag.moderated() && !managing) {
                throw Refusal.forbidden(Permission.MANAGE_THREADS.name());
            }
        }
    }

    private static Refused invalid() {
        return Refusal.invalid("applied_tags", "INVALID_FORUM_TAG", "Unknown forum tag");
    }
}
