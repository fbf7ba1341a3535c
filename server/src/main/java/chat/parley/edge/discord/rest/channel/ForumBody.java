package chat.parley.edge.discord.rest.channel;

import chat.parley.base.limit.Limits;
import chat.parley.channel.thread.ThreadDraft;
import chat.parley.channel.trait.Forum;
import chat.parley.channel.trait.ThreadDefaults;
import chat.parley.edge.discord.rest.body.Body;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Reads how a forum is set up, and what a channel says of its new threads.
final class ForumBody {
    private static final int REQUIRE_TAG = 1 << 4;
    private static final int LAYOUT_MAX = 2;

    private ForumBody() {}

    static ThreadDefaults defaults(Body body, ThreadDefaults now) {
        var minutes = now.autoArchiveMin();
        if (body.has("default_auto_archive_duration")) {
            minutes = minutes(body, "default_auto_archive_duration");
        }
        return new ThreadDefaults(
                minutes,
                ChannelBody.number(
                        body, "default_thread_rate_limit_per_user", 0, Limits.SLOWMODE_MAX_S, now.slowmodeS()));
    }

    static @Nullable Integer minutes(Body body, String field) {
        var minutes = body.number(field, 0, Integer.MAX_VALUE);
        if (minutes != null && !ThreadDraft.AUTO_ARCHIVE_MIN.contains(minutes)) {
            body.wrong(field, "BASE_TYPE_CHOICES", "Value must be one of {60, 1440, 4320, 10080}.");
            return null;
        }
        return minutes;
    }

    /// @param ids gives new tags theirs
    static Forum changed(Body body, Forum now, LongSupplier ids) {
        var flags = body.longNumber("flags", 0, Long.MAX_VALUE);
        return new Forum(
                body.has("available_tags") ? tags(body, now, ids) : now.tags(),
                body.has("default_reaction_emoji") ? emoji(body.object("default_reaction_emoji")) : now.reaction(),
                body.has("default_sort_order") ? body.number("default_sort_order", 0, 1) : now.sortOrder(),
                ChannelBody.number(body, "default_forum_layout", 0, LAYOUT_MAX, now.layout()),
                flags == null ? now.requireTag() : (flags & REQUIRE_TAG) != 0);
    }

    private static List<Forum.Tag> tags(Body body, Forum now, LongSupplier ids) {
        var tags = new ArrayList<Forum.Tag>();
        var names = new HashSet<String>();
        for (var it : body.objects("available_tags", Limits.FORUM_TAGS_MAX)) {
            String name = it.requiredText("name", 1, Limits.FORUM_TAG_NAME_MAX_CHARS);
            if (!names.add(name)) {
                it.wrong("name", "FORUM_TAG_NAMES_NOT_UNIQUE", "Tag names must be unique");
            }
            var id = it.id("id");
            long kept = id != null && now.tag(id) != null ? id : ids.getAsLong();
            tags.add(new Forum.Tag(kept, name, it.flag("moderated", false), emoji(it)));
        }
        return tags;
    }

    private static Forum.@Nullable Emoji emoji(@Nullable Body body) {
        if (body == null) {
            return null;
        }
        var id = body.id("emoji_id");
        String name = body.text("emoji_name", 0, Limits.EMOJI_MAX_CHARS);
        if (id != null) {
            return new Forum.Emoji(id, null);
        }
        return name == null || name.isEmpty() ? null : new Forum.Emoji(null, name);
    }
}
