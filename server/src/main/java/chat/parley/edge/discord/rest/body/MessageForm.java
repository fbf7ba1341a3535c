package chat.parley.edge.discord.rest.body;

import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.edge.http.Request;
import chat.parley.edge.http.body.Multipart;
import chat.parley.edge.http.body.Part;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The body of a message, be it JSON alone or a form with `payload_json` and files. It is how messages, webhooks,
/// callbacks of interactions and their followups are read:
///
/// ```java
/// var form = MessageForm.of(request);          // the route must be `.takingFiles()`
/// var draft = DraftBody.draft(form, channel);  // or `form.body()` field by field, then `check()`
/// ```
///
/// @param body what `payload_json` says, or the plain fields of the form when it has none
/// @param files in the order of the form; they end with the request
public record MessageForm(Body body, List<FilePart> files) {

    /// One file of the form.
    ///
    /// @param number what stands in `files[n]`: `attachments` refers to it as `id`
    public record FilePart(long number, Part part) {
        public String filename() {
            String name = part.filename();
            return name == null ? "" : name;
        }
    }

    /// @throws chat.parley.base.refusal.Refused with `Malformed` when the body is neither
    public static MessageForm of(Request request) {
        String type = request.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
        if (!Multipart.isForm(type)) {
            return new MessageForm(Body.of(request), List.of());
        }
        var files = new ArrayList<FilePart>();
        var fields = Json.mapper().createObjectNode();
        Body body = null;
        for (var part : Multipart.parts(type, request.content())) {
            if (part.filename() != null || part.name().startsWith("file")) {
                files.add(new FilePart(number(part.name(), files.size()), part));
            } else if (part.name().equals("payload_json")) {
                body = Body.of(Json.tree(part.text(Limits.HTTP_BODY_MAX_BYTES).getBytes(StandardCharsets.UTF_8)));
            } else {
                field(fields, part);
            }
        }
        return new MessageForm(body == null ? Body.of(fields) : body, List.copyOf(files));
    }

    /// Booleans come as text in a plain form.
    private static void field(ObjectNode fields, Part part) {
        String text = part.text(Limits.HTTP_BODY_MAX_BYTES);
        if (text.equals("true") || text.equals("false")) {
            fields.put(part.name(), text.equals("true"));
        } else {
            fields.put(part.name(), text);
        }
    }

    /// `files[3]` is 3; `file`, as older clients write it, is its place among the files.
    private static long number(String name, int place) {
        int open = name.indexOf('[');
        int close = name.indexOf(']');
        try {
            return open < 0 || close < open ? place : Long.parseLong(name.substring(open + 1, close));
        } catch (NumberFormatException notANumber) {
            return place;
        }
    }
}
