package chat.parley.edge.cdn;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.edge.http.Call;
import chat.parley.edge.http.Reply;
import chat.parley.file.FileLinks;
import chat.parley.file.blob.Vault;
import chat.parley.voice.record.RecordingFile;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// `/cdn/recordings/{channel}/{file}/{name}`: what was recorded of calls, for who has a valid address.
public final class RecordingFiles {
    private final Files files;
    private final Vault vault;
    private final FileLinks links;

    /// Where to find them.
    @FunctionalInterface
    public interface Files {
        Optional<RecordingFile> find(ChannelId channel, EntityId id);
    }

    public RecordingFiles(Files files, Vault vault, FileLinks links) {
        this.files = files;
        this.vault = vault;
        this.links = links;
    }

    Reply reply(Call call, List<String> segments) {
        var channel = ChannelId.of(segments.get(1));
        var id = EntityId.of(segments.get(2));
        var query = call.parameters();
        if (!links.valid(
                channel,
                id,
                AttachmentFiles.one(query, "ex"),
                AttachmentFiles.one(query, "is"),
                AttachmentFiles.one(query, "hm"))) {
            return Reply.status(403).with("Cache-Control", "no-store");
        }
        var file = files.find(channel, id).orElseThrow(() -> Refusal.unknown(Thing.RECORDING));
        var headers = new HashMap<String, String>();
        headers.put("Cache-Control", "private, max-age=3600");
        headers.put("ETag", "\"" + id.text() + "\"");
        headers.put("Content-Disposition", SafeServing.disposition(file.filename(), true));
        return new Ranged(vault, file.blob(), file.bytes(), file.contentType()).reply(call, headers);
    }
}
