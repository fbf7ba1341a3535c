package chat.parley.file.recording;

import chat.parley.base.content.Content;
import chat.parley.file.container.Broken;
import chat.parley.file.container.Bytes;
import chat.parley.file.container.Patches;
import chat.parley.file.kind.FileKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// RIFF with samples in it. Chunks that are not needed to play them become junk, which is what such a chunk is called.
final class Wav {
    private static final int CHUNKS_MAX = 10_000;
    private static final Set<String> KEPT = Set.of("fmt ", "data", "fact", "cue ", "smpl", "PEAK");
    private static final byte[] JUNK = "JUNK".getBytes(StandardCharsets.ISO_8859_1);

    private Wav() {}

    static Recording clean(FileKind kind, Content content, OutputStream out) throws IOException {
        var in = new Bytes(content);
        var patches = new Patches();
        double perSecond = 0;
        double sound = 0;
        long at = 12;
        for (int chunks = 0; at + 8 <= in.length(); chunks++) {
            if (chunks > CHUNKS_MAX) {
                throw new Broken("A WAV of too many chunks");
            }
            String type = in.text(at, 4);
            long said = in.little(at + 4, 4);
            long length = Math.min(said, in.length() - at - 8);
            if (type.equals("fmt ") && length >= 16) {
                perSecond = (double) in.little(at + 16, 4);
            } else if (type.equals("data")) {
                sound = (double) length;
            } else if (!KEPT.contains(type)) {
                patches.put(at, JUNK, 0);
                patches.zero(at + 8, length);
            }
            at += 8 + length + (said & 1);
        }
        if (perSecond == 0) {
            throw new Broken("A WAV that does not say how it sounds");
        }
        patches.copy(content, out);
        return new Recording(kind, null, Recording.seconds(sound, perSecond));
    }
}
