package chat.parley.edge.discord.rest.file;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.channel.Channels;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.file.Attachments;
import chat.parley.file.FileLinks;
import chat.parley.file.Uploads;
import chat.parley.file.kind.FileName;
import chat.parley.permission.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Uploads in pieces, and addresses given anew.
public final class FileEndpoints {
    private static final Pattern ADDRESS = Pattern.compile("/cdn/attachments/([0-9]{1,20})/([0-9]{1,20})/");
    private static final Pattern RANGE = Pattern.compile("bytes (?:([0-9]{1,15})-([0-9]{1,15})|\\*)/([0-9]{1,15}|\\*)");
    private static final int REFRESHED_MAX = 50;
    private static final int ADDRESS_MAX_CHARS = 2_048;

    private final Channels channels;
    private final Uploads uploads;
    private final Attachments attachments;
    private final FileLinks links;

    public FileEndpoints(Channels channels, Uploads uploads, Attachments attachments, FileLinks links) {
        this.channels = channels;
        this.uploads = uploads;
        this.attachments = attachments;
        this.links = links;
    }

    /// Gives an address for each file that is to be sent in pieces.
    Reply begin(Request request) {
        var channel = ChannelId.of(request.path("channel"));
        var caller = request.caller();
        channels.seenBy(caller, channel).requiring(Permission.ATTACH_FILES);
        var body = Body.of(request);
        var files = body.objects("files", Limits.ATTACHMENTS_MAX);
        var begun = new ArrayList<Map<String, Object>>();
        for (var file : files) {
            String name = file.requiredText("filename", 1, Limits.ATTACHMENT_TITLE_MAX_CHARS);
            var size = file.longNumber("file_size", 1, Long.MAX_VALUE);
            var id = file.longNumber("id", 0, Long.MAX_VALUE);
            if (size == null) {
                file.wrong("file_size", "BASE_TYPE_REQUIRED", "This field is required");
            }
            body.check();
            var upload = uploads.begin(caller.id(), channel, FileName.clean(name), size == null ? 0 : size);
            begun.add(Map.of(
                    "id",
                    id == null ? begun.size() : id,
                    "upload_url",
                    links.open("/api/v10/uploads/" + upload.id().text() + "/" + upload.secret()),
                    "upload_filename",
                    upload.id().text() + "/" + upload.name()));
        }
        return Reply.json(Map.of("attachments", begun));
    }

    /// A piece, as `Content-Range: bytes 0-99/1000` says; `bytes */1000` asks how far it is. While some is missing the
    /// answer is 308 with the range that is there, as resumable uploads have it elsewhere.
    Reply take(Request request) {
        var id = EntityId.of(request.path("upload"));
        var progress = uploads.take(id, request.path("secret"), from(request), request.content());
        if (progress.complete()) {
            return Reply.json(200, Map.of());
        }
        var reply = Reply.empty(308);
        return progress.received() == 0 ? reply : reply.with("Range", "bytes=0-" + (progress.received() - 1));
    }

    private static @Nullable Long from(Request request) {
        String range = request.headers().get("Content-Range");
        if (range == null) {
            return 0L;
        }
        var match = RANGE.matcher(range);
        if (!match.matches()) {
            throw new Refused(new Refusal.Malformed("Content-Range is not as in bytes 0-99/1000."));
        }
        if (match.group(1) == null) {
            return null;
        }
        long first = Long.parseLong(match.group(1));
        if (Long.parseLong(match.group(2)) - first + 1 != request.content().length()) {
            throw new Refused(new Refusal.Malformed("Content-Range does not say how much is sent."));
        }
        return first;
    }

    /// For who may still see the channel; addresses that lead nowhere come back as they are.
    Reply refresh(Request request) {
        var caller = request.caller();
        var tree = Body.of(request).tree().path("attachment_urls");
        if (!tree.isArray() || tree.size() > REFRESHED_MAX) {
            throw Refusal.invalid("attachment_urls", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 50 in length.");
        }
        var refreshed = new ArrayList<Map<String, String>>();
        tree.forEach(it -> {
            String url = it.asString("");
            if (url.length() <= ADDRESS_MAX_CHARS) {
                refreshed.add(Map.of("original", url, "refreshed", refreshed(caller, url)));
            }
        });
        return Reply.json(Map.of("refreshed_urls", List.copyOf(refreshed)));
    }

    private String refreshed(Caller caller, String url) {
        var match = ADDRESS.matcher(url);
        if (!match.find()) {
            return url;
        }
        try {
            var channel = ChannelId.of(match.group(1));
            channels.seenBy(caller, channel);
            return attachments
                    .find(channel, EntityId.of(match.group(2)))
                    .map(it -> links.of(channel, it.id(), it.filename()))
                    .orElse(url);
        } catch (Refused notTheirs) {
            return url;
        }
    }
}
