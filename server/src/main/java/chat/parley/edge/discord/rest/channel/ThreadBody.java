package chat.parley.edge.discord.rest.channel;

import chat.parley.base.limit.Limits;
import chat.parley.channel.Channel;
import chat.parley.channel.thread.ThreadChange;
import chat.parley.channel.thread.ThreadDraft;
import chat.parley.edge.discord.rest.body.Body;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what a request says of threads.
final class ThreadBody {
    private static final int PINNED = 1 << 1;

    private ThreadBody() {}

    /// @param otherwise the kind when none is named
    static ThreadDraft draft(Body body, Channel.Kind otherwise) {
        String name = body.requiredText("name", 1, Limits.CHANNEL_NAME_MAX_CHARS);
        var kind = kind(body, otherwise);
        var minutes = ForumBody.minutes(body, "auto_archive_duration");
        var slowmode = body.number("rate_limit_per_user", 0, Limits.SLOWMODE_MAX_S);
        boolean invitable = body.flag("invitable", true);
        var tags = body.ids("applied_tags", Limits.THREAD_TAGS_MAX);
        body.check();
        return new ThreadDraft(kind, name, minutes, slowmode, invitable, tags);
    }

    static ThreadChange change(Body body) {
        var flags = body.longNumber("flags", 0, Long.MAX_VALUE);
        var change = new ThreadChange(
                body.has("name") ? body.requiredText("name", 1, Limits.CHANNEL_NAME_MAX_CHARS) : null,
                body.flag("archived"),
                body.flag("locked"),
                body.flag("invitable"),
                ForumBody.minutes(body, "auto_archive_duration"),
                body.number("rate_limit_per_user", 0, Limits.SLOWMODE_MAX_S),
                flags == null ? null : Boolean.valueOf((flags & PINNED) != 0),
                tags(body));
        body.check();
        return change;
    }

    private static @Nullable List<Long> tags(Body body) {
        return body.has("applied_tags") ? body.ids("applied_tags", Limits.THREAD_TAGS_MAX) : null;
    }

    private static Channel.Kind kind(Body body, Channel.Kind otherwise) {
        var number = body.number("type", 0, Integer.MAX_VALUE);
        if (number == null) {
            return otherwise;
        }
        for (var kind : Channel.Kind.values()) {
            if (kind.number() == number && kind.thread()) {
                return kind;
            }
        }
        body.wrong("type", "BASE_TYPE_CHOICES", "Value must be one of {10, 11, 12}.");
        return otherwise;
    }
}
