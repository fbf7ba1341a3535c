package chat.parley.voice.record.track;

import chat.parley.base.limit.Limits;
import chat.parley.voice.record.frame.Frames;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// A camera or a screen, picture by picture. Of a camera's layers the largest that comes is kept; another one is taken
/// up with a key frame, as after every loss. Time follows the sender's clock between pictures, and ours when a layer
/// begins.
public final class PictureTrack implements Track {
    private static final long SILENT_NANOS = 1_500_000_000L;
    /// Then what is not full yet is written as well, since a still screen sends nothing for long.
    private static final long QUIET_NANOS = 500_000_000L;

    private static final int CLOCK_PER_MS = 90;
    /// Farther from ours, the sender's clock is not believed: it has begun anew, or nothing was sent for long.
    private static final long DRIFT_MAX_MS = 2_000;

    /// Where it is written, asked for with the first picture.
    @FunctionalInterface
    public interface Opening {
        OutputStream open() throws IOException;
    }

    private final Opening opening;
    private final long began;
    private final Frames frames;
    private @Nullable MatroskaFile file;
    private Order order = new Order();
    private int layer = -1;
    private int ssrc;
    private long heardNanos;
    private long clock;
    private long clockMs;
    private boolean timed;
    private long next = -1;
    private long timestamp;
    private long nanos;
    private boolean building;
    private int bytes;
    private boolean waiting = true;

    /// @param began when the file's time begins, though the first picture may come later
    public PictureTrack(Opening opening, Frames frames, long began) {
        this.opening = opening;
        this.frames = frames;
        this.began = began;
    }

    @Override
    public void take(Piece piece) {
        if (piece.ssrc() != ssrc) {
            boolean lost = piece.nanos() - heardNanos > SILENT_NANOS;
            if ((piece.layer() < layer && !lost) || !frames.read(piece.payload()) || !frames.keyframe()) {
                return;
            }
            order.flush(Long.MAX_VALUE / 2, this::write);
            order = new Order();
            layer = piece.layer();
            ssrc = piece.ssrc();
            next = -1;
            lose();
            timed = false;
        }
        heardNanos = piece.nanos();
        order.take(piece, this::write);
    }

    @Override
    public void flush(long nowNanos) throws IOException {
        order.flush(nowNanos, this::write);
        if (file != null && nowNanos - heardNanos > QUIET_NANOS) {
            file.flush();
        }
    }

    /// Whether it needs a key frame to go on.
    public boolean waits() {
        return waiting;
    }

    private void write(Piece piece) {
        if (next >= 0 && piece.number() != next) {
            lose();
        }
        next = piece.number() + 1;
        if (building && piece.timestamp() != timestamp) {
            finished();
        }
        if (!frames.read(piece.payload())) {
            return;
        }
        if (!building && frames.opens()) {
            frames.clear();
            building = true;
            bytes = 0;
            timestamp = piece.timestamp();
            nanos = piece.nanos();
        }
        if (!building) {
            return;
        }
        bytes += piece.payload().length;
        if (bytes > Limits.RECORDING_PICTURE_BYTES) {
            lose();
            return;
        }
        frames.add(piece.payload());
        if (piece.last()) {
            finished();
        }
    }

    /// Nothing is good before the next key frame.
    private void lose() {
        waiting = true;
        building = false;
        frames.clear();
    }

    private void finished() {
        building = false;
        byte[] picture = frames.whole();
        var format = frames.format();
        if (picture.length == 0 || format == null || (waiting && !frames.key())) {
            return;
        }
        waiting = false;
        try {
            var to = file;
            if (to == null) {
                to = new MatroskaFile(opening.open(), format);
                file = to;
            }
            to.frame(picture, moment(), frames.key());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /// When the picture is to be shown, in milliseconds of the file.
    private long moment() {
        // In whole milliseconds, so that what is left over is not lost.
        int passedMs = (int) (timestamp - clock) / CLOCK_PER_MS;
        long byArrival = (nanos - began) / 1_000_000;
        if (timed && Math.abs(clockMs + passedMs - byArrival) <= DRIFT_MAX_MS) {
            clockMs += passedMs;
            clock += (long) passedMs * CLOCK_PER_MS;
        } else {
            timed = true;
            clock = timestamp;
            clockMs = byArrival;
        }
        return clockMs;
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
