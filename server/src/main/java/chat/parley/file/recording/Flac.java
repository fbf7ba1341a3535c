package chat.parley.file.recording;

import chat.parley.base.content.Content;
import chat.parley.file.container.Broken;
import chat.parley.file.container.Bytes;
import chat.parley.file.container.Patches;
import chat.parley.file.kind.FileKind;
import java.io.IOException;
import java.io.OutputStream;

/// FLAC (RFC 9639): blocks about the sound in front of it. Those of people's making become padding.
final class Flac {
    private static final int BLOCKS_MAX = 1_000;
    private static final int STREAMINFO = 0;
    private static final int PADDING = 1;
    private static final int SEEKTABLE = 3;

    private Flac() {}

    static Recording clean(FileKind kind, Content content, OutputStream out) throws IOException {
        var in = new Bytes(content);
        var patches = new Patches();
        double rate = 0;
        double samples = 0;
        long at = 4;
        boolean last = false;
        for (int blocks = 0; !last; blocks++) {
            int head = in.one(at);
            long length = in.big(at + 1, 3);
            last = (head & 0x80) != 0;
            int type = head & 0x7f;
            if (blocks > BLOCKS_MAX || at + 4 + length > in.length() || (blocks == 0 && type != STREAMINFO)) {
                throw new Broken("A FLAC whose blocks do not fit");
            }
            if (type == STREAMINFO) {
                long numbers = in.big(at + 14, 8);
                rate = (double) (numbers >>> 44);
                samples = (double) (numbers & 0xf_ffff_ffffL);
            } else if (type != SEEKTABLE) {
                patches.put(at, new byte[] {(byte) ((head & 0x80) | PADDING)}, 0);
                patches.zero(at + 4, length);
            }
            at += 4 + length;
        }
        patches.copy(content, out);
        return new Recording(kind, null, Recording.seconds(samples, rate));
    }
}
