package chat.parley.edge.discord.rest;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.http.Request;
import chat.parley.message.AllowedMentions;
import chat.parley.message.Draft;
import chat.parley.message.Revision;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads the body of a message that is posted or edited.
final class DraftBody {
    private static final Set<String> KINDS = Set.of("users", "roles", "everyone");

    private DraftBody() {}

    static Draft draft(Request request, ChannelId channel) {
        var body = Body.of(request);
        String content = body.text("content", 0, Limits.MESSAGE_MAX_CHARS);
        String nonce = body.text("nonce", 0, Limits.NONCE_MAX_CHARS);
        var flags = body.longNumber("flags", 0, Long.MAX_VALUE);
        var answering = answering(body, channel);
        var allowed = allowed(body);
        body.check();
        return new Draft(
                content == null ? "" : content,
                nonce == null || nonce.isEmpty() ? null : nonce,
                answering,
                allowed,
                flags == null ? 0 : flags.intValue());
    }

    static Revision revision(Request request) {
        var body = Body.of(request);
        String content = body.text("content", 0, Limits.MESSAGE_MAX_CHARS);
        var flags = body.longNumber("flags", 0, Long.MAX_VALUE);
        var allowed = allowed(body);
        body.check();
        return new Revision(content, flags == null ? null : flags.intValue(), allowed);
    }

    private static Draft.@Nullable Answering answering(Body body, ChannelId channel) {
        var reference = body.object("message_reference");
        if (reference == null) {
            return null;
        }
        var message = reference.id("message_id");
        var place = reference.id("channel_id");
        var type = reference.number("type", 0, 1);
        boolean must = reference.flag("fail_if_not_exists", true);
        reference.check();
        if (type != null && type != 0) {
            body.wrong("message_reference.type", "BASE_TYPE_CHOICES", "Value must be one of {0}.");
            return null;
        }
        if (place != null && place != channel.value()) {
            body.wrong(
                    "message_reference",
                    "REPLIES_CANNOT_REFERENCE_OTHER_CHANNEL",
                    "Cannot reply to a message in a different channel");
            return null;
        }
        if (message == null) {
            body.wrong("message_reference.message_id", "BASE_TYPE_REQUIRED", "This field is required");
            return null;
        }
        return new Draft.Answering(new MessageId(message), must);
    }

    private static AllowedMentions allowed(Body body) {
        var given = body.object("allowed_mentions");
        if (given == null) {
            return AllowedMentions.ALL;
        }
        var kinds = new TreeSet<String>();
        given.tree().path("parse").forEach(it -> kinds.add(it.asString("")));
        var users = given.ids("users", AllowedMentions.LIST_MAX).stream()
                .map(UserId::new)
                .toList();
        var roles = given.ids("roles", AllowedMentions.LIST_MAX).stream()
                .map(RoleId::new)
                .toList();
        boolean answered = given.flag("replied_user", false);
        given.check();
        if (!KINDS.containsAll(kinds)) {
            body.wrong(
                    "allowed_mentions.parse",
                    "BASE_TYPE_CHOICES",
                    "Value must be one of {'everyone', 'roles', 'users'}.");
        }
        boolean twice = (kinds.contains("users") && !users.isEmpty()) || (kinds.contains("roles") && !roles.isEmpty());
        if (twice) {
            body.wrong(
                    "allowed_mentions",
                    "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                    "A kind in parse and a list of its ids are mutually exclusive.");
        }
        return new AllowedMentions(
                kinds.contains("users"), kinds.contains("roles"), kinds.contains("everyone"), users, roles, answered);
    }
}
