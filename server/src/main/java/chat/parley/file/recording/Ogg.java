package chat.parley.file.recording;

import chat.parley.base.content.Content;
import chat.parley.file.container.Broken;
import chat.parley.file.kind.FileKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Ogg (RFC 3533) with Opus, Vorbis, Speex or Theora in it. The second packet of each stream holds what people wrote
/// about it; it becomes empty, at the same length, and its pages get new check sums.
final class Ogg {
    private static final int STREAMS_MAX = 16;
    private static final int HEAD_BYTES = 27;
    private static final int CRC_AT = 22;

    private final InputStream in;
    private final OutputStream out;
    private final Map<Integer, OggStream> streams = new HashMap<>();

    private Ogg(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    static Recording clean(FileKind kind, Content content, OutputStream out) throws IOException {
        try (var in = new BufferedInputStream(content.open(), 1 << 16)) {
            var file = new Ogg(in, out);
            file.pages();
            return file.recording(kind);
        }
    }

    private Recording recording(FileKind kind) {
        var sound = streams.values().stream().filter(it -> it.seconds() != null).findFirst();
        var film = streams.values().stream().filter(it -> it.size() != null).findFirst();
        return new Recording(
                kind,
                film.map(OggStream::size).orElse(null),
                sound.map(OggStream::seconds).orElse(null));
    }

    private void pages() throws IOException {
        byte[] head = in.readNBytes(HEAD_BYTES);
        while (head.length > 0) {
            if (head.length < HEAD_BYTES || head[0] != 'O' || head[1] != 'g' || head[2] != 'g' || head[3] != 'S') {
                throw new Broken("An Ogg whose pages do not join");
            }
            page(head);
            head = in.readNBytes(HEAD_BYTES);
        }
    }

    private void page(byte[] head) throws IOException {
        byte[] lengths = exactly(Byte.toUnsignedInt(head[26]));
        int whole = 0;
        for (byte length : lengths) {
            whole += Byte.toUnsignedInt(length);
        }
        byte[] body = exactly(whole);
        int serial = (int) little(head, 14, 4);
        var stream = streams.get(serial);
        if (stream == null) {
            if (streams.size() >= STREAMS_MAX) {
                throw new Broken("An Ogg of too many streams");
            }
            stream = new OggStream(body);
            streams.put(serial, stream);
        }
        stream.until(little(head, 6, 8));
        boolean changed = stream.pass(lengths, body);
        if (changed) {
            Arrays.fill(head, CRC_AT, CRC_AT + 4, (byte) 0);
            int sum = OggSum.of(OggSum.of(OggSum.of(0, head), lengths), body);
            for (int i = 0; i < 4; i++) {
                head[CRC_AT + i] = (byte) (sum >>> (8 * i));
            }
        }
        out.write(head);
        out.write(lengths);
        out.write(body);
    }

    private byte[] exactly(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new Broken("The recording is cut off");
        }
        return bytes;
    }

    static long little(byte[] bytes, int at, int count) {
        long number = 0;
        for (int i = count - 1; i >= 0; i--) {
            number = number << 8 | Byte.toUnsignedInt(bytes[at + i]);
        }
        return number;
    }
}
