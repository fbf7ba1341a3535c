package chat.parley.edge.discord.gateway.wire;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.zip.Deflater;

/// The pieces of a deflate stream (RFC 1951) that several streams can share.
///
/// A deflate stream is a sequence of blocks. A block that was compressed with an empty window refers to nothing
/// before it, and one that is followed by a full flush ends at a byte boundary; such a run of blocks can stand
/// at any byte boundary of any stream. What differs between receivers (the sequence number) goes in front of it
/// as a *stored* block, which is five bytes and the text itself. So the costly part is compressed once and the
/// same bytes are sent to all.
public final class Deflate {
    /// Deflate with a 32 KB window, default level (RFC 1950). The checksum at the end of a zlib stream is never
    /// sent, because the stream never ends.
    static final int ZLIB_HEADER = 0x789C;

    static final int STORED_MAX_BYTES = 0xFFFF;
    static final int STORED_HEAD_BYTES = 5;

    /// What a flush ends with: the length of an empty stored block and its complement.
    static final int FLUSH_TAIL_BYTES = 4;

    /// A deflater holds some 260 KB outside the heap; a few are kept, none belongs to a thread or a connection.
    private static final ArrayBlockingQueue<Deflater> IDLE =
            new ArrayBlockingQueue<>(Math.max(2, Runtime.getRuntime().availableProcessors()));

    private Deflate() {}

    /// The bytes as blocks that need no window, ended by a full flush: the last four bytes are `00 00 FF FF`.
    public static byte[] independent(byte[] plain) {
        var deflater = IDLE.poll();
        if (deflater == null) {
            deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        }
        deflater.reset();
        deflater.setInput(plain);
        byte[] out = new byte[plain.length / 2 + 64];
        int length = 0;
        while (true) {
            length += deflater.deflate(out, length, out.length - length, Deflater.FULL_FLUSH);
            if (length < out.length) {
                break;
            }
            out = Arrays.copyOf(out, out.length * 2);
        }
        if (!IDLE.offer(deflater)) {
            deflater.end();
        }
        return Arrays.copyOf(out, length);
    }

    /// The head of a stored block of that many bytes, at most [#STORED_MAX_BYTES], which must follow. It stands
    /// at a byte boundary: three bits (not the last block, stored), padded to a byte.
    static void storedHead(ByteBuf out, int bytes) {
        out.writeByte(0);
        out.writeShortLE(bytes);
        out.writeShortLE(~bytes);
    }
}
