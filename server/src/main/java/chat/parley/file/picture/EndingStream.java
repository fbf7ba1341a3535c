package chat.parley.file.picture;

import chat.parley.file.container.Broken;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// A picture in memory whose end is an end. The reader of WebP takes what lies behind the end for zeros, and a damaged
/// picture could have it read those for minutes.
final class EndingStream extends MemoryCacheImageInputStream {
    private static final int PASSED_MAX = 4_096;

    private int passed;

    EndingStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        return told(super.read());
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        return told(super.read(into, offset, count));
    }

    private int told(int read) throws IOException {
        if (read < 0 && ++passed > PASSED_MAX) {
            throw new Broken("The picture goes on after its end");
        }
        return read;
    }
}
