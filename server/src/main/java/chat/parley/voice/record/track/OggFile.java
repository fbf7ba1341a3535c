package chat.parley.voice.record.track;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Writes Opus into Ogg (RFC 3533, RFC 7845), a page for each second.
public final class OggFile implements AutoCloseable {
    private static final int RATE = 48_000;
    private static final int SEGMENTS_MAX = 255;
    private static final int FIRST = 2;
    private static final int LAST = 4;

    private final OutputStream out;
    private final int serial;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final ByteArrayOutputStream lacing = new ByteArrayOutputStream();
    private int page;
    private long granule;
    private long pageGranule;

    /// @param out which is closed with this
    public OggFile(OutputStream out, int serial, int channels) throws IOException {
        this.out = out;
        this.serial = serial;
        var head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
        head.put("OpusHead".getBytes(US_ASCII)).put((byte) 1).put((byte) channels);
        head.putShort((short) 0).putInt(RATE).putShort((short) 0).put((byte) 0);
        append(head.array());
        write(FIRST);
        var tags = ByteBuffer.allocate(8 + 4 + 6 + 4).order(ByteOrder.LITTLE_ENDIAN);
        tags.put("OpusTags".getBytes(US_ASCII))
                .putInt(6)
                .put("Parley".getBytes(US_ASCII))
                .putInt(0);
        append(tags.array());
        write(0);
    }

    /// @param samples at 48 kHz
    public void packet(byte[] opus, int samples) throws IOException {
        if (lacing.size() + opus.length / 255 + 1 > SEGMENTS_MAX) {
            write(0);
        }
        append(opus);
        granule += samples;
        if (granule - pageGranule >= RATE) {
            flush();
        }
    }

    /// What is in it until now is safe afterwards. A file without any packet is not: nobody needs it.
    void flush() throws IOException {
        if (lacing.size() > 0) {
            write(0);
            out.flush();
        }
    }

    /// How much is in it, at 48 kHz.
    public long samples() {
        return granule;
    }

    private void append(byte[] packet) {
        for (int left = packet.length; left >= 0; left -= 255) {
            lacing.write(Math.min(left, 255));
        }
        body.writeBytes(packet);
    }

    private void write(int flags) throws IOException {
        var bytes = ByteBuffer.allocate(27 + lacing.size() + body.size()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("OggS".getBytes(US_ASCII)).put((byte) 0).put((byte) flags).putLong(granule);
        bytes.putInt(serial).putInt(page++).putInt(0).put((byte) lacing.size());
        bytes.put(lacing.toByteArray()).put(body.toByteArray());
        bytes.putInt(22, sum(bytes.array()));
        out.write(bytes.array());
        lacing.reset();
        body.reset();
        pageGranule = granule;
    }

    /// CRC-32 with the polynomial 0x04c11db7, neither reflected nor inverted.
    private static int sum(byte[] bytes) {
        int sum = 0;
        for (byte one : bytes) {
            sum ^= (one & 0xff) << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
            }
        }
        return sum;
    }

    @Override
    public void close() throws IOException {
        write(LAST);
        out.close();
    }
}
