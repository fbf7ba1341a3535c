package chat.parley.edge.discord.shape.page;

import chat.parley.account.User;
import chat.parley.base.id.RoleId;
import chat.parley.base.json.Json;
import chat.parley.base.json.Timestamps;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.message.Extras;
import chat.parley.message.Message;
import chat.parley.message.Quoted;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/// Hot path. A message that reads the same for everybody, written without a shape and without Jackson, byte for byte
/// as a [MessageShape] of it would be.
final class PlainJson {
    private static final byte[] AUTHOR = ascii("\",\"author\":");

    private PlainJson() {}

    /// What depends on the reader (reactions, polls), on the hour (links of files) or on others (replies, threads,
    /// mentions) is not plain.
    static boolean fits(Quoted quoted) {
        var message = quoted.message();
        return quoted.answered() == null
                && message.replyTo() == null
                && message.kind() != Message.REPLY
                && message.kind() != Message.STARTER
                && message.reactions().isEmpty()
                && message.extras().equals(Extras.NONE)
                && message.mentions().users().isEmpty()
                && (message.flags() & Message.HAS_THREAD) == 0;
    }

    /// The part that messages of the same author share.
    static byte[] byline(User author) {
        return Json.bytes(UserShape.of(author));
    }

    /// @param byline of its author
    static byte[] of(Message message, byte[] byline) {
        var head = ascii("{\"id\":\"" + message.id().value()
                + "\",\"channel_id\":\"" + message.channel().value()
                + "\",\"type\":" + message.kind()
                + ",\"content\":\"");
        var content = quoted(message.content());
        var tail = ascii(
                ",\"mentions\":[],\"mention_roles\":" + list(message.mentions().roles())
                        + ",\"mention_everyone\":" + message.mentions().everyone()
                        + ",\"attachments\":[],\"embeds\":[],\"components\":[],\"timestamp\":\""
                        + Timestamps.text(message.id().time())
                        + "\",\"edited_timestamp\":" + moment(message.editedAt())
                        + ",\"tts\":false,\"pinned\":" + message.pinned()
                        + ",\"flags\":" + message.flags() + '}');
        var json = new byte[head.length + content.length + AUTHOR.length + byline.length + tail.length];
        int at = put(head, json, 0);
        at = put(content, json, at);
        at = put(AUTHOR, json, at);
        at = put(byline, json, at);
        put(tail, json, at);
        return json;
    }

    private static int put(byte[] part, byte[] json, int at) {
        System.arraycopy(part, 0, json, at, part.length);
        return at + part.length;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String list(List<RoleId> roles) {
        return roles.isEmpty() ? "[]" : Json.text(roles);
    }

    private static String moment(@Nullable Instant time) {
        return time == null ? "null" : '"' + Timestamps.text(time) + '"';
    }

    private static byte[] quoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < ' ' || letter == '"' || letter == '\\') {
                return JsonStringEncoder.getInstance().quoteAsUTF8(text);
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
