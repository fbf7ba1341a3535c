package chat.parley.voice.record.track;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// Opus packets as they came. What was not sent, because it was silent, muted or lost, becomes silence, so that
/// the file keeps time.
public final class VoiceTrack implements Track {
    /// 20 ms of nothing.
    private static final byte[] SILENCE = {(byte) 0xf8, (byte) 0xff, (byte) 0xfe};

    private static final int SILENCE_SAMPLES = 960;
    /// Then what is not a full page yet is written as well.
    private static final long QUIET_NANOS = 500_000_000L;

    private static final int RATE = 48_000;
    private static final long NANOS_PER_SAMPLE_NUMERATOR = 1_000_000_000L;
    /// Beyond this the sender's clock is not believed: it has begun anew.
    private static final int JUMP_MAX_SAMPLES = 2 * RATE;

    private final OggFile file;
    private Order order = new Order();
    private int ssrc;
    private long heardNanos;
    private long began;
    private long expected;
    private boolean any;

    public VoiceTrack(OutputStream to, int serial) throws IOException {
        file = new OggFile(to, serial, 2);
    }

    @Override
    public void take(Piece piece) {
        if (any && piece.ssrc() != ssrc) {
            order = new Order();
        }
        ssrc = piece.ssrc();
        heardNanos = piece.nanos();
        order.take(piece, this::write);
    }

    @Override
    public void flush(long nowNanos) throws IOException {
        order.flush(nowNanos, this::write);
        if (nowNanos - heardNanos > QUIET_NANOS) {
            file.flush();
        }
    }

    private void write(Piece piece) {
        int samples = samples(piece.payload());
        if (samples == 0) {
            return;
        }
        if (!any) {
            any = true;
            began = piece.nanos();
            expected = piece.timestamp();
        }
        int ahead = (int) (piece.timestamp() - expected);
        long byClock = (piece.nanos() - began) * RATE / NANOS_PER_SAMPLE_NUMERATOR - file.samples();
        if (Math.abs(ahead - byClock) > JUMP_MAX_SAMPLES) {
            ahead = (int) Math.max(0, byClock);
        } else if (ahead < 0) {
            return;
        }
        try {
            for (; ahead >= SILENCE_SAMPLES; ahead -= SILENCE_SAMPLES) {
                file.packet(SILENCE, SILENCE_SAMPLES);
            }
            file.packet(piece.payload(), samples);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        expected = piece.timestamp() + samples;
    }

    /// How long a packet lasts, at 48 kHz (RFC 6716, 3.1); 0 when it is none.
    static int samples(byte[] packet) {
        if (packet.length == 0) {
            return 0;
        }
        int toc = packet[0] & 0xff;
        int config = toc >> 3;
        int frame;
        if (config < 12) {
            frame = config % 4 == 3 ? 2_880 : 480 << (config % 4);
        } else if (config < 16) {
            frame = 480 << (config % 2);
        } else {
            frame = 120 << (config % 4);
        }
        int frames = switch (toc & 3) {
            case 0 -> 1;
            case 1, 2 -> 2;
            default -> packet.length < 2 ? 0 : packet[1] & 0x3f;
        };
        int samples = frame * frames;
        return samples > 5_760 ? 0 : samples;
    }

    @Override
    public boolean any() {
        return any;
    }

    @Override
    public long durationMs() {
        return file.samples() * 1_000 / RATE;
    }

    @Override
    public void close() throws IOException {
        flush(Long.MAX_VALUE / 2);
        file.close();
    }
}
