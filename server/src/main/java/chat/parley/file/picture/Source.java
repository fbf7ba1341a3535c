package chat.parley.file.picture;

import chat.parley.file.container.Broken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Reads a picture's container byte by byte; every end that comes too early is [Broken].
final class Source {
    private final InputStream in;

    Source(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /// -1 at the end.
    int maybe() throws IOException {
        return in.read();
    }

    int one() throws IOException {
        int read = in.read();
        if (read < 0) {
            throw new Broken("The picture is cut off");
        }
        return read;
    }

    byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new Broken("The picture is cut off");
        }
        return bytes;
    }

    /// Less than asked for at the end.
    byte[] upTo(int count) throws IOException {
        return in.readNBytes(count);
    }

    void copy(OutputStream out, long count) throws IOException {
        for (long left = count; left > 0; ) {
            byte[] some = bytes((int) Math.min(left, 1 << 16));
            out.write(some);
            left -= some.length;
        }
    }

    void skip(long count) throws IOException {
        copy(OutputStream.nullOutputStream(), count);
    }
}
