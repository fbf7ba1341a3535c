package chat.parley.voice.record.track;

import chat.parley.media.codec.Vp8Descriptor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// VP8 (RFC 7741), frame by frame. Of a camera's layers the largest that comes is kept; another one is taken up with a
/// key frame, as after every loss.
public final class PictureTrack implements Track {
    private static final int HEAD_BYTES = 10;
    private static final long SILENT_NANOS = 1_500_000_000L;
    private static final int CLOCK_PER_MS = 90;

    private final Path path;
    private final long began;
    private final Vp8Descriptor descriptor = new Vp8Descriptor();
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private @Nullable WebmFile file;
    private Order order = new Order();
    private int layer = -1;
    private int ssrc;
    private long heardNanos;
    private long baseTimestamp;
    private long baseMs;
    private long next = -1;
    private boolean building;
    private boolean key;
    private boolean waiting = true;

    /// @param began when the file's time begins, though the first picture may come later
    public PictureTrack(Path path, long began) {
        this.path = path;
        this.began = began;
    }

    @Override
    public void take(Piece piece) {
        if (piece.ssrc() != ssrc) {
            boolean better = piece.layer() > layer || piece.layer() == layer;
            boolean lost = piece.nanos() - heardNanos > SILENT_NANOS;
            if ((!better && !lost) || !begins(piece)) {
                return;
            }
            order = new Order();
            layer = piece.layer();
            ssrc = piece.ssrc();
            next = -1;
            waiting = true;
            building = false;
        }
        heardNanos = piece.nanos();
        order.take(piece, this::write);
    }

    private boolean begins(Piece piece) {
        return read(piece) && descriptor.start() && descriptor.keyframe();
    }

    private boolean read(Piece piece) {
        return descriptor.read(piece.payload(), 0, piece.payload().length);
    }

    @Override
    public void flush(long nowNanos) {
        order.flush(nowNanos, this::write);
    }

    /// Whether it needs a key frame to go on.
    public boolean waits() {
        return waiting;
    }

    private void write(Piece piece) {
        boolean gap = next >= 0 && piece.number() != next;
        next = piece.number() + 1;
        if (gap) {
            waiting = true;
            building = false;
        }
        if (!read(piece)) {
            return;
        }
        if (descriptor.start()) {
            frame.reset();
            key = descriptor.keyframe();
            building = key || !waiting;
        }
        if (!building) {
            return;
        }
        frame.write(piece.payload(), descriptor.length(), piece.payload().length - descriptor.length());
        if (piece.last()) {
            building = false;
            finished(piece);
        }
    }

    private void finished(Piece piece) {
        byte[] bytes = frame.toByteArray();
        if (key && bytes.length < HEAD_BYTES) {
            return;
        }
        try {
            var to = file;
            if (to == null) {
                to = new WebmFile(path, "V_VP8", size(bytes, 6), size(bytes, 8));
                file = to;
            }
            if (waiting) {
                waiting = false;
                baseTimestamp = piece.timestamp();
                baseMs = (piece.nanos() - began) / 1_000_000;
            }
            long ms = baseMs + (int) (piece.timestamp() - baseTimestamp) / CLOCK_PER_MS;
            to.frame(bytes, ms, key);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static int size(byte[] frame, int at) {
        return (frame[at] & 0xff) | (frame[at + 1] & 0x3f) << 8;
    }

    @Override
    public boolean any() {
        return file != null;
    }

    @Override
    public long durationMs() {
        return file == null ? 0 : file.lastMs();
    }

    @Override
    public void close() throws IOException {
        flush(Long.MAX_VALUE / 2);
        if (file != null) {
            file.close();
        }
    }
}
