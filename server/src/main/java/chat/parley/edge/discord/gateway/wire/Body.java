package chat.parley.edge.discord.gateway.wire;

import chat.parley.base.json.Json;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// An event's `d`, encoded once and shared by everybody who receives or may have to replay it. Immutable, but
/// for the compressed forms, which are made when the first compressed connection asks; two threads that ask at once
/// make the same bytes.
public final class Body {
    /// Below this, compression saves less than it costs to undo.
    private static final int COMPRESS_MIN_BYTES = 128;

    private final byte[] json;
    private volatile byte @Nullable [] deflated;
    private volatile byte @Nullable [] zstd;

    private Body(byte[] json) {
        this.json = json;
    }

    /// The value as JSON, and after it the brace which closes the frame: `d` is the frame's last field, so that
    /// a frame has a head of its own and the rest is shared.
    public static Body of(Object value) {
        byte[] plain = Json.bytes(value);
        byte[] closed = Arrays.copyOf(plain, plain.length + 1);
        closed[plain.length] = '}';
        return new Body(closed);
    }

    public int bytes() {
        return json.length;
    }

    boolean worthCompressing() {
        return json.length >= COMPRESS_MIN_BYTES;
    }

    byte[] plain() {
        return json;
    }

    /// Makes the form that such connections need now, on a thread that has the time, instead of later on an event loop.
    public void prepare(Encoding encoding) {
        switch (encoding) {
            case PLAIN -> {}
            case ZLIB_STREAM, MESSAGE_DEFLATE -> deflated();
            case ZSTD_STREAM -> zstd();
        }
    }

    byte[] deflated() {
        byte[] known = deflated;
        if (known != null) {
            return known;
        }
        byte[] made = Deflate.independent(json);
        deflated = made;
        return made;
    }

    /// Blocks that follow the head: compressed, after the head's blanks, or one as it is.
    byte[] zstd() {
        byte[] known = zstd;
        if (known != null) {
            return known;
        }
        byte[] made = worthCompressing() ? Zstd.independent(json) : json;
        zstd = made;
        return made;
    }
}
