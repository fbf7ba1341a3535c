package chat.parley.file.recording;

import chat.parley.base.content.Content;
import chat.parley.file.kind.FileKind;
import java.io.IOException;
import java.io.OutputStream;

/// Copies sound and films without what they tell about their maker, in bounded memory, and measures them on the way.
/// Where a container refers to places in itself, what goes is overwritten and everything else stays where it is.
public final class Recordings {
    private Recordings() {}

    /// @throws Broken when it is no such container
    public static Recording clean(FileKind kind, Content content, OutputStream out) throws IOException {
        return switch (kind.type()) {
            case "video/mp4", "video/quicktime", "audio/mp4" -> Mp4.clean(kind, content, out);
            case "video/webm", "audio/webm" -> Matroska.clean(kind, content, out);
            case "audio/ogg", "video/ogg" -> Ogg.clean(kind, content, out);
            case "audio/mpeg" -> Mp3.clean(kind, content, out);
            case "audio/flac" -> Flac.clean(kind, content, out);
            case "audio/wav" -> Wav.clean(kind, content, out);
            default -> {
                try (var in = content.open()) {
                    in.transferTo(out);
                }
                yield new Recording(kind, null, null);
            }
        };
    }
}
