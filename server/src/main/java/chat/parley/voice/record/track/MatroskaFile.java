package chat.parley.voice.record.track;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chat.parley.voice.record.frame.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Writes frames of one video into Matroska (RFC 9559), a cluster for each second: into WebM, its subset, what that
/// knows. The segment's length stays unknown, as in live streams, so a file that was cut off is valid up to there.
public final class MatroskaFile implements AutoCloseable {
    private static final long CLUSTER_MS = 1_000;
    private static final int SIMPLE_BLOCK = 0xa3;
    private static final int KEY = 0x80;

    private final OutputStream out;
    private final ByteArrayOutputStream blocks = new ByteArrayOutputStream();
    private long clusterAt = -1;
    private long lastMs;

    /// @param out which is closed with this
    public MatroskaFile(OutputStream out, Format format) throws IOException {
        this.out = out;
        var head = new ByteArrayOutputStream();
        var type = new ByteArrayOutputStream();
        number(type, 0x4286, 1);
        number(type, 0x42f7, 1);
        number(type, 0x42f2, 4);
        number(type, 0x42f3, 8);
        element(type, 0x4282, (format.codec().startsWith("V_VP") ? "webm" : "matroska").getBytes(US_ASCII));
        number(type, 0x4287, 4);
        number(type, 0x4285, 2);
        element(head, 0x1a45dfa3, type.toByteArray());
        id(head, 0x18538067);
        head.writeBytes(new byte[] {1, -1, -1, -1, -1, -1, -1, -1});
        var info = new ByteArrayOutputStream();
        number(info, 0x2ad7b1, 1_000_000);
        element(info, 0x4d80, "Parley".getBytes(US_ASCII));
        element(info, 0x5741, "Parley".getBytes(US_ASCII));
        element(head, 0x1549a966, info.toByteArray());
        var video = new ByteArrayOutputStream();
        number(video, 0xb0, format.width());
        number(video, 0xba, format.height());
        var track = new ByteArrayOutputStream();
        number(track, 0xd7, 1);
        number(track, 0x73c5, 1);
        number(track, 0x83, 1);
        number(track, 0x9c, 0);
        element(track, 0x86, format.codec().getBytes(US_ASCII));
        if (format.setup().length > 0) {
            element(track, 0x63a2, format.setup());
        }
        element(track, 0xe0, video.toByteArray());
        var tracks = new ByteArrayOutputStream();
        element(tracks, 0xae, track.toByteArray());
        element(head, 0x1654ae6b, tracks.toByteArray());
        out.write(head.toByteArray());
    }

    /// @param ms since the file's beginning, never less than before
    public void frame(byte[] frame, long ms, boolean key) throws IOException {
        long at = Math.max(ms, lastMs);
        if (clusterAt >= 0 && (at - clusterAt >= CLUSTER_MS || key)) {
            flush();
        }
        if (clusterAt < 0) {
            clusterAt = at;
            number(blocks, 0xe7, at);
        }
        int relative = (int) (at - clusterAt);
        var block = new byte[4 + frame.length];
        block[0] = (byte) 0x81;
        block[1] = (byte) (relative >> 8);
        block[2] = (byte) relative;
        block[3] = (byte) (key ? KEY : 0);
        System.arraycopy(frame, 0, block, 4, frame.length);
        element(blocks, SIMPLE_BLOCK, block);
        lastMs = at;
    }

    public long lastMs() {
        return lastMs;
    }

    /// What is in it until now is safe afterwards. A file without any picture is not: nobody needs it.
    void flush() throws IOException {
        if (clusterAt < 0) {
            return;
        }
        var cluster = new ByteArrayOutputStream();
        element(cluster, 0x1f43b675, blocks.toByteArray());
        out.write(cluster.toByteArray());
        out.flush();
        blocks.reset();
        clusterAt = -1;
    }

    private static void number(ByteArrayOutputStream to, int id, long value) {
        int bytes = Math.max(1, (64 - Long.numberOfLeadingZeros(value) + 7) / 8);
        var body = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            body[bytes - 1 - i] = (byte) (value >>> (8 * i));
        }
        element(to, id, body);
    }

    private static void element(ByteArrayOutputStream to, int id, byte[] body) {
        id(to, id);
        // Eight bytes of length are allowed for all, and simple.
        to.write(1);
        for (int shift = 48; shift >= 0; shift -= 8) {
            to.write((int) ((long) body.length >>> shift));
        }
        to.writeBytes(body);
    }

    private static void id(ByteArrayOutputStream to, int id) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            if (id >>> shift != 0) {
                to.write(id >>> shift);
            }
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
