package chat.parley.edge.cdn;

import chat.parley.base.refusal.Refusal;
import chat.parley.edge.http.Call;
import chat.parley.edge.http.Percent;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Site;
import chat.parley.file.Attachments;
import chat.parley.file.FileLinks;
import chat.parley.file.blob.Vault;
import chat.parley.file.picture.Thumbnails;
import chat.parley.file.portrait.Portraits;
import chat.parley.file.sound.SoundFiles;
import io.netty.handler.codec.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything below `/cdn`.
public final class Cdn implements Site {
    private static final String ROOT = "/cdn/";

    private final AttachmentFiles attachments;
    private final PortraitFiles portraits;
    private final BoardSounds sounds;
    private volatile @Nullable RecordingFiles recordings;

    public Cdn(
            Attachments attachments,
            Portraits portraits,
            SoundFiles sounds,
            Vault vault,
            Thumbnails thumbnails,
            FileLinks links) {
        this.sounds = new BoardSounds(sounds);
        var small = new SmallPictures(vault, thumbnails);
        this.portraits = new PortraitFiles(portraits, small);
        this.attachments = new AttachmentFiles(attachments, vault, small, links);
    }

    /// Serves recorded calls too.
    public Cdn with(@Nullable RecordingFiles files) {
        recordings = files;
        return this;
    }

    @Override
    public boolean takes(String path) {
        return path.startsWith(ROOT);
    }

    @Override
    public boolean inMemory() {
        return false;
    }

    @Override
    public Reply refused(Refusal refusal) {
        int status = switch (refusal) {
            case Refusal.Unknown _ -> 404;
            case Refusal.TooLarge _ -> 413;
            case Refusal.Busy _ -> 503;
            default -> 400;
        };
        return Reply.status(status).with(SafeServing.headers()).with("Cache-Control", "no-store");
    }

    @Override
    public Reply answer(Call call) {
        if (!call.method().equals(HttpMethod.GET) && !call.method().equals(HttpMethod.HEAD)) {
            return Reply.status(405).with("Allow", "GET, HEAD").with(SafeServing.headers());
        }
        var segments = segments(call.path());
        var reply = switch (segments.getFirst()) {
            case "soundboard-sounds" -> sounds.reply(call, segments);
            case "attachments" -> segments.size() == 4 ? attachments.reply(call, segments) : Reply.status(404);
            case "recordings" -> recorded(call, segments);
            default -> portraits.reply(call, segments);
        };
        return reply.with(SafeServing.headers());
    }

    private Reply recorded(Call call, List<String> segments) {
        var files = recordings;
        return segments.size() == 4 && files != null ? files.reply(call, segments) : Reply.status(404);
    }

    private static List<String> segments(String path) {
        var segments = new ArrayList<String>();
        for (String segment : path.substring(ROOT.length()).split("/", 8)) {
            String decoded = Percent.decoded(segment);
            segments.add(decoded == null ? "" : decoded);
        }
        return segments;
    }
}
