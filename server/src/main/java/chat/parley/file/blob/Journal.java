package chat.parley.file.blob;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A local file that grows, encrypted while it does: the head of an [Envelope] whose length nobody knows yet, then a
/// piece for each flush, with its length in four bytes before it. When the program is killed the piece that was being
/// written is lost, and what stands before it is read as ever.
final class Journal extends OutputStream {
    /// Longer than any file, so that no piece is ever the last one.
    private static final long UNKNOWN = Long.MAX_VALUE;

    private static final int LENGTH_BYTES = 4;

    private final Envelope envelope;
    private final OutputStream file;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private long piece;

    /// @param name under which it can be read again
    Journal(MasterKeys keys, String name, Path path) throws IOException {
        var sealing = Envelope.seal(keys, name, UNKNOWN);
        envelope = sealing.envelope();
        file = Files.newOutputStream(path);
        file.write(sealing.head());
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        for (int at = 0; at < count; ) {
            int taken = Math.min(count - at, Envelope.PIECE_BYTES - waiting.size());
            waiting.write(bytes, from + at, taken);
            at += taken;
            if (waiting.size() == Envelope.PIECE_BYTES) {
                flush();
            }
        }
    }

    /// What was written until now is there after a crash of the program.
    @Override
    public void flush() throws IOException {
        if (waiting.size() == 0) {
            return;
        }
        byte[] sealed = envelope.sealed(piece++, waiting.toByteArray(), waiting.size());
        waiting.reset();
        file.write(ByteBuffer.allocate(LENGTH_BYTES + sealed.length)
                .putInt(sealed.length)
                .put(sealed)
                .array());
    }

    @Override
    public void close() throws IOException {
        flush();
        file.close();
    }

    /// All that can be read of it. Read twice, since the length must be known before the first byte.
    static Vault.Opened open(MasterKeys keys, String name, Path path) throws IOException {
        long length;
        try (var whole = new Reading(keys, name, path)) {
            length = whole.transferTo(OutputStream.nullOutputStream());
        }
        return new Vault.Opened(new Reading(keys, name, path), length, length);
    }

    /// The pieces one after the other, as far as they are whole.
    private static final class Reading extends InputStream {
        private final DataInputStream in;
        private final @Nullable Envelope envelope;
        private byte[] ready = {};
        private int at;
        private long piece;

        Reading(MasterKeys keys, String name, Path path) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)));
            byte[] head = in.readNBytes(Envelope.HEAD_BYTES);
            envelope = head.length < Envelope.HEAD_BYTES ? null : Envelope.open(keys, name, head);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int count) {
            if (count == 0) {
                return 0;
            }
            if (at == ready.length && !next()) {
                return -1;
            }
            int copied = Math.min(count, ready.length - at);
            System.arraycopy(ready, at, into, offset, copied);
            at += copied;
            return copied;
        }

        private boolean next() {
            if (envelope == null) {
                return false;
            }
            try {
                int length = in.readInt();
                if (length <= Envelope.TAG_BYTES || length > Envelope.SEALED_PIECE_BYTES) {
                    return false;
                }
                byte[] sealed = in.readNBytes(length);
                ready = sealed.length < length ? new byte[0] : envelope.opened(piece++, sealed, length);
                at = 0;
                return ready.length > 0;
            } catch (IOException | IllegalStateException torn) {
                // Nothing that was begun behind it belongs to what is known to be sound.
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
