package chat.parley.edge.cdn;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.edge.http.Call;
import chat.parley.edge.http.Reply;
import chat.parley.file.Attachments;
import chat.parley.file.FileLinks;
import chat.parley.file.StoredFile;
import chat.parley.file.blob.Vault;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `/cdn/attachments/{channel}/{attachment}/{name}`: the files of messages, for who has a valid address.
final class AttachmentFiles {
    private static final String KEPT = "private, max-age=86400, immutable";

    private final Attachments attachments;
    private final Vault vault;
    private final SmallPictures small;
    private final FileLinks links;

    AttachmentFiles(Attachments attachments, Vault vault, SmallPictures small, FileLinks links) {
        this.attachments = attachments;
        this.vault = vault;
        this.small = small;
        this.links = links;
    }

    Reply reply(Call call, List<String> segments) {
        var channel = ChannelId.of(segments.get(1));
        var id = EntityId.of(segments.get(2));
        var query = call.parameters();
        if (!links.valid(channel, id, one(query, "ex"), one(query, "is"), one(query, "hm"))) {
            return Reply.status(403).with("Cache-Control", "no-store");
        }
        var file = attachments.find(channel, id).orElseThrow(() -> Refusal.unknown(Thing.MESSAGE));
        var wish = Wish.of(query);
        var headers = new HashMap<String, String>();
        headers.put("Cache-Control", KEPT);
        headers.put("ETag", "\"" + id.text() + wish.tag() + "\"");
        if (call.headers().get(HttpHeaderNames.IF_NONE_MATCH, "").contains(headers.get("ETag"))) {
            return Reply.empty(304).with(headers);
        }
        var picture = file.picture();
        if (picture != null && wish.small()) {
            var made = small.of(file.blob(), picture, wish);
            if (made != null) {
                return new Reply(200, made.type(), made.bytes(), headers);
            }
        }
        return whole(call, file, headers);
    }

    private Reply whole(Call call, StoredFile file, Map<String, String> headers) {
        headers.put("Content-Disposition", SafeServing.disposition(file.filename(), file.shown()));
        String type = SafeServing.type(file.contentType(), file.shown());
        return new Ranged(vault, file.blob(), file.size(), type).reply(call, headers);
    }

    static @Nullable String one(Map<String, List<String>> query, String name) {
        var values = query.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }
}
