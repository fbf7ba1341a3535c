package chat.parley.file.blob;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// A range of the plain file, read out of its encrypted pieces.
final class OpeningStream extends InputStream {
    private final Envelope envelope;
    private final InputStream sealed;
    private final byte[] buffer = new byte[Envelope.SEALED_PIECE_BYTES];
    private byte[] ready = {};
    private int at;
    private long piece;
    private long skip;
    private long left;

    /// @param piece the number of the first one in the stream
    /// @param skip how much of that does not belong to the range
    OpeningStream(Envelope envelope, InputStream sealed, long piece, long skip, long length) {
        this.envelope = envelope;
        this.sealed = sealed;
        this.piece = piece;
        this.skip = skip;
        this.left = length;
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
        if (left == 0) {
            return -1;
        }
        if (at == ready.length) {
            next();
        }
        int copied = (int) Math.min(Math.min(count, ready.length - at), left);
        System.arraycopy(ready, at, into, offset, copied);
        at += copied;
        left -= copied;
        return copied;
    }

    private void next() throws IOException {
        long rest = envelope.length() - piece * Envelope.PIECE_BYTES;
        int wanted = (int) Math.min(Envelope.PIECE_BYTES, rest) + Envelope.TAG_BYTES;
        if (sealed.readNBytes(buffer, 0, wanted) < wanted) {
            throw new EOFException("A stored file has been cut off");
        }
        ready = envelope.opened(piece++, buffer, wanted);
        at = (int) skip;
        skip = 0;
    }

    @Override
    public void close() throws IOException {
        sealed.close();
    }
}
