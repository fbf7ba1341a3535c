package chat.parley.voice.record.mix;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// Reads the Opus packets of a file that [chat.parley.voice.record.track.OggFile] wrote. A page that was cut off is its
/// end.
final class OggPackets implements AutoCloseable {
    private static final int PAGE = 0x4f676753;
    private static final int HEAD_PACKETS = 2;

    private final DataInputStream in;
    private final ArrayDeque<byte[]> packets = new ArrayDeque<>();
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();

    OggPackets(InputStream file) throws IOException {
        in = new DataInputStream(new BufferedInputStream(file));
        for (int i = 0; i < HEAD_PACKETS; i++) {
            next();
        }
    }

    /// Null at the end.
    byte @Nullable [] next() throws IOException {
        while (packets.isEmpty()) {
            if (!page()) {
                return null;
            }
        }
        return packets.poll();
    }

    private boolean page() throws IOException {
        try {
            if (in.readInt() != PAGE) {
                return false;
            }
            in.skipNBytes(22);
            byte[] lacing = new byte[in.readUnsignedByte()];
            in.readFully(lacing);
            for (byte it : lacing) {
                byte[] segment = new byte[it & 0xff];
                in.readFully(segment);
                part.writeBytes(segment);
                if (segment.length < 255) {
                    packets.add(part.toByteArray());
                    part.reset();
                }
            }
            return true;
        } catch (EOFException cutOff) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
