package chat.parley.file.blob;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// A file's head and its encrypted pieces, read out of the plain file.
final class SealingStream extends InputStream {
    private final Envelope envelope;
    private final InputStream plain;
    private final byte[] buffer = new byte[Envelope.PIECE_BYTES];
    private byte[] ready;
    private int at;
    private long piece;
    private long left;

    SealingStream(Envelope.Sealing sealing, InputStream plain) {
        this.envelope = sealing.envelope();
        this.plain = plain;
        this.ready = sealing.head();
        this.left = envelope.length();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
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

    private boolean next() throws IOException {
        if (piece == Envelope.pieces(envelope.length())) {
            return false;
        }
        int wanted = (int) Math.min(buffer.length, left);
        if (plain.readNBytes(buffer, 0, wanted) < wanted) {
            throw new EOFException("The file is shorter than was said");
        }
        left -= wanted;
        ready = envelope.sealed(piece++, buffer, wanted);
        at = 0;
        return true;
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }
}
