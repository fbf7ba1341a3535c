package chat.parley.edge.discord.rest.body;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.http.Request;
import chat.parley.file.Attachment;
import chat.parley.message.AllowedMentions;
import chat.parley.message.Draft;
import chat.parley.message.Extras;
import chat.parley.message.Message;
import chat.parley.message.Revision;
import chat.parley.message.rich.Components;
import chat.parley.message.rich.Embeds;
import chat.parley.message.rich.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads the body of a message that is posted or edited.
public final class DraftBody {
    private static final Set<String> KINDS = Set.of("users", "roles", "everyone");

    private DraftBody() {}

    /// @param extras what the message holds beside what the body says
    /// @param now when it is written, from which on polls last
    /// @throws chat.parley.base.refusal.Refused when a field is wrong, or when there is nothing in it
    public static Draft draft(Body body, ChannelId channel, Extras extras, Instant now) {
        String content = body.text("content", 0, Limits.MESSAGE_MAX_CHARS);
        String nonce = body.text("nonce", 0, Limits.NONCE_MAX_CHARS);
        var flags = body.longNumber("flags", 0, Long.MAX_VALUE);
        var answering = answering(body, channel);
        var allowed = allowed(body);
        boolean layout = flags != null && (flags & Message.IS_COMPONENTS_V2) != 0;
        var embeds = EmbedBody.of(body);
        var components = ComponentBody.of(body, layout);
        var poll = PollBody.of(body, now);
        requireLayoutAlone(body, layout, content, embeds);
        body.check();
        var told = extras.with(embeds == null ? extras.embeds() : embeds)
                .with(components == null ? extras.components() : components)
                .asking(poll);
        return new Draft(
                content == null ? "" : content,
                nonce == null || nonce.isEmpty() ? null : nonce,
                answering,
                allowed,
                flags == null ? 0 : flags.intValue(),
                told);
    }

    public static Revision revision(Request request) {
        return revision(Body.of(request), null);
    }

    /// @param attachments all that the message shall have then; `null` to keep them
    public static Revision revision(Body body, @Nullable List<Attachment> attachments) {
        String content = body.isNull("content") ? "" : body.text("content", 0, Limits.MESSAGE_MAX_CHARS);
        var flags = body.longNumber("flags", 0, Long.MAX_VALUE);
        var allowed = allowed(body);
        boolean layout = flags == null ? laidOut(body) : (flags & Message.IS_COMPONENTS_V2) != 0;
        var embeds = body.isNull("embeds") ? Embeds.NONE : EmbedBody.of(body);
        var components = body.isNull("components") ? Components.NONE : ComponentBody.of(body, layout);
        body.check();
        return new Revision(content, flags == null ? null : flags.intValue(), allowed, embeds, components, attachments);
    }

    /// Whether the components are more than rows: who edits a layout need not say again that it is one.
    private static boolean laidOut(Body body) {
        for (var component : body.tree().path("components")) {
            if (component.path("type").asInt(1) != Kind.ROW.type) {
                return true;
            }
        }
        return false;
    }

    private static void requireLayoutAlone(
            Body body, boolean layout, @Nullable String content, @Nullable Embeds embeds) {
        if (layout && ((content != null && !content.isEmpty()) || (embeds != null && !embeds.isEmpty()))) {
            body.wrong(
                    content == null || content.isEmpty() ? "embeds" : "content",
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    "The field cannot be used together with IS_COMPONENTS_V2");
        }
    }

    /// The message elsewhere that is to be forwarded; absent when none is.
    public static @Nullable Origin forwarded(Body body) {
        var reference = body.object("message_reference");
        var type = reference == null ? null : reference.number("type", 0, 1);
        if (reference == null || type == null || type != Origin.FORWARD) {
            return null;
        }
        var message = reference.id("message_id");
        var channel = reference.id("channel_id");
        if (message == null || channel == null) {
            reference.wrong(
                    message == null ? "message_id" : "channel_id", "BASE_TYPE_REQUIRED", "This field is required");
        }
        body.check();
        return new Origin(
                Origin.FORWARD,
                null,
                new ChannelId(channel == null ? 0 : channel),
                new MessageId(message == null ? 0 : message));
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
        if (type != null && type == Origin.FORWARD) {
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
