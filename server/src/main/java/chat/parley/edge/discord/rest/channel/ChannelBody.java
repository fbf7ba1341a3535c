package chat.parley.edge.discord.rest.channel;

import chat.parley.base.id.ChannelId;
import chat.parley.base.limit.Limits;
import chat.parley.channel.Channel;
import chat.parley.channel.Channel.Details;
import chat.parley.channel.ChannelDraft;
import chat.parley.channel.Rearranging;
import chat.parley.channel.trait.Forum;
import chat.parley.channel.trait.Lifespan;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.permission.Overwrite;
import chat.parley.permission.Permissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Reads what a request says of channels and overwrites.
final class ChannelBody {
    private static final int BITRATE_MIN = 8_000;
    private static final int BITRATE_MAX = 96_000;
    private static final int USER_LIMIT_MAX = 99;

    private ChannelBody() {}

    /// @param ids gives new tags of forums theirs
    static ChannelDraft draft(Body body, LongSupplier ids) {
        var kind = kind(body, Channel.Kind.TEXT);
        var details = kind.holdsPosts() ? Details.PLAIN.with(Forum.EMPTY) : Details.PLAIN;
        var parent = body.id("parent_id");
        var draft = new ChannelDraft(
                kind,
                body.requiredText("name", 1, Limits.CHANNEL_NAME_MAX_CHARS),
                parent == null ? null : new ChannelId(parent),
                body.number("position", 0, Integer.MAX_VALUE),
                details(body, kind, details, ids),
                hasList(body) ? overwrites(body) : null);
        body.check();
        return draft;
    }

    static Channel changed(Channel channel, Body body, LongSupplier ids) {
        var after =
                channel.ofKind(kind(body, channel.kind())).with(details(body, channel.kind(), channel.details(), ids));
        String name = body.text("name", 1, Limits.CHANNEL_NAME_MAX_CHARS);
        if (name != null) {
            after = after.named(name);
        }
        if (body.has("parent_id")) {
            var parent = body.id("parent_id");
            after = after.under(parent == null ? null : new ChannelId(parent));
        }
        var position = body.number("position", 0, Integer.MAX_VALUE);
        if (position != null) {
            after = after.at(position);
        }
        if (hasList(body)) {
            after = after.with(overwrites(body));
        }
        body.check();
        return after;
    }

    static Rearranging.Move move(Body body) {
        var id = body.id("id");
        var parent = body.id("parent_id");
        var position = body.number("position", 0, Integer.MAX_VALUE);
        boolean sync = body.flag("lock_permissions", false);
        if (id == null) {
            body.wrong("id", "BASE_TYPE_REQUIRED", "This field is required");
        }
        body.check();
        return new Rearranging.Move(
                new ChannelId(id == null ? 0 : id),
                position,
                body.has("parent_id"),
                parent == null ? null : new ChannelId(parent),
                sync);
    }

    /// @param target the role or member, from the path or the object itself
    static Overwrite overwrite(Body body, long target) {
        var type = body.number("type", 0, 1);
        return new Overwrite(
                type != null && type == 1 ? Overwrite.Kind.MEMBER : Overwrite.Kind.ROLE,
                target,
                bits(body, "allow"),
                bits(body, "deny"));
    }

    private static boolean hasList(Body body) {
        return body.has("permission_overwrites") && !body.isNull("permission_overwrites");
    }

    private static List<Overwrite> overwrites(Body body) {
        var byTarget = new LinkedHashMap<Long, Overwrite>();
        for (var entry : body.objects("permission_overwrites", Limits.OVERWRITES_PER_CHANNEL_MAX)) {
            var target = entry.id("id");
            if (target != null) {
                byTarget.put(target, overwrite(entry, target));
            }
            entry.check();
        }
        var sorted = new ArrayList<>(byTarget.values());
        sorted.sort(Comparator.comparingLong(Overwrite::target));
        return sorted;
    }

    private static long bits(Body body, String field) {
        var bits = body.longNumber(field, 0, Long.MAX_VALUE);
        return bits == null ? 0 : bits & Permissions.ALL;
    }

    private static Channel.Kind kind(Body body, Channel.Kind otherwise) {
        var number = body.number("type", 0, Integer.MAX_VALUE);
        if (number == null) {
            return otherwise;
        }
        for (var kind : Channel.Kind.values()) {
            if (kind.number() == number && !kind.isPrivate() && !kind.thread()) {
                return kind;
            }
        }
        body.wrong("type", "BASE_TYPE_CHOICES", "Value must be one of {0, 2, 4, 5, 13, 15, 16}.");
        return otherwise;
    }

    private static Details details(Body body, Channel.Kind kind, Details now, LongSupplier ids) {
        var nsfw = body.flag("nsfw");
        return new Details(
                body.has("topic") ? text(body, now.forum() != null) : now.topic(),
                nsfw == null ? now.nsfw() : nsfw,
                number(body, "rate_limit_per_user", 0, Limits.SLOWMODE_MAX_S, now.slowmodeS()),
                number(body, "bitrate", BITRATE_MIN, BITRATE_MAX, now.bitrate()),
                number(body, "user_limit", 0, USER_LIMIT_MAX, now.userLimit()),
                ForumBody.defaults(body, now.threads()),
                now.forum() == null ? null : ForumBody.changed(body, now.forum(), ids),
                lifespan(body, kind, now.lifespan()));
    }

    private static Lifespan lifespan(Body body, Channel.Kind kind, Lifespan now) {
        String name = body.text("lifespan", 1, 16);
        if (name == null) {
            return now;
        }
        for (var it : Lifespan.values()) {
            if (it.name().toLowerCase(Locale.ROOT).equals(name)
                    && (kind == Channel.Kind.VOICE || it == Lifespan.KEPT)) {
                return it;
            }
        }
        body.wrong("lifespan", "BASE_TYPE_CHOICES", "Value must be one of ('kept', 'temporary', 'lobby'), for voice.");
        return now;
    }

    /// In a forum the topic is its guidelines, which may be longer.
    private static @Nullable String text(Body body, boolean forum) {
        String topic = body.text("topic", 0, forum ? Limits.GUIDELINES_MAX_CHARS : Limits.TOPIC_MAX_CHARS);
        return topic == null || topic.isEmpty() ? null : topic;
    }

    static int number(Body body, String field, int min, int max, int now) {
        var number = body.number(field, min, max);
        return number == null ? now : number;
    }
}
