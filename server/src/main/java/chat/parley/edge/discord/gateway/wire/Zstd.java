package chat.parley.edge.discord.gateway.wire;

import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Zstandard (RFC 8878) for bodies that are shared: a connection is one frame that never ends, because clients read one
/// frame and no second, and a body is a run of the frame's blocks that refers to nothing before it.
///
/// Blocks of a frame that was compressed alone may stand in another one but for one thing: a sequence may name
/// one of the three offsets that were used last, which at a frame's beginning are 1, 4 and 8. Two small blocks
/// before each body bring them back to that. What they copy is blanks, which mean nothing between JSON's
/// tokens; the eight blanks that they copy from stand at the end of the head.
final class Zstd {
    /// What stands at the end of a head before a compressed body.
    static final byte[] BLANKS = {' ', ' ', ' ', ' ', ' ', ' ', ' ', ' '};

    static final int BLOCK_HEAD_BYTES = 3;
    static final int FRAME_HEAD_BYTES = 6;

    /// Magic number; neither size nor checksum nor dictionary; a window of 2 MB, the compressor's largest.
    private static final byte[] FRAME_HEAD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0x00, 0x58};

    /// Each block: its head; no literals; the number of sequences; one symbol for each of the three tables; literals
    /// 0 long, the offset's code, matches 3 long; the offsets' further bits, read from the highest on, after a one.
    private static final byte[] OFFSETS_AS_AT_FIRST = {
        7 << 3 | 2 << 1, 0, 0, 0, 1, 0x54, 0, 3, 0, 0b1_011, // offset 8
        7 << 3 | 2 << 1, 0, 0, 0, 2, 0x54, 0, 2, 0, 0b1_11_00 // offsets 4 and 1
    };

    private static final int MAGIC_BYTES = 4;
    private static final int REPEATED = 1;
    private static final int[] DICTIONARY_ID_BYTES = {0, 1, 2, 4};
    private static final int[] CONTENT_SIZE_BYTES = {0, 2, 4, 8};

    private Zstd() {}

    static void begin(ByteBuf out) {
        out.writeBytes(FRAME_HEAD);
    }

    /// The head of a block of that many bytes as they are, at most 128 KB, which must follow.
    static void storedHead(ByteBuf out, int bytes) {
        out.writeMediumLE(bytes << 3);
    }

    /// The bytes as blocks for the middle of a frame, to follow [#BLANKS].
    static byte[] independent(byte[] plain) {
        var compressor = new ZstdJavaCompressor();
        byte[] frame = new byte[compressor.maxCompressedLength(plain.length)];
        int length = compressor.compress(plain, 0, plain.length, frame, 0, frame.length);
        var blocks = ByteBuffer.wrap(frame, 0, length).order(ByteOrder.LITTLE_ENDIAN);
        blocks.position(frameHeadBytes(frame));
        int from = blocks.position();
        boolean last;
        do {
            int at = blocks.position();
            int head = (blocks.get(at) & 0xFF) | (blocks.get(at + 1) & 0xFF) << 8 | (blocks.get(at + 2) & 0xFF) << 16;
            last = (head & 1) == 1;
            frame[at] &= (byte) ~1;
            boolean repeated = (head >> 1 & 3) == REPEATED;
            blocks.position(at + BLOCK_HEAD_BYTES + (repeated ? 1 : head >> 3));
        } while (!last);
        byte[] out = new byte[OFFSETS_AS_AT_FIRST.length + blocks.position() - from];
        System.arraycopy(OFFSETS_AS_AT_FIRST, 0, out, 0, OFFSETS_AS_AT_FIRST.length);
        System.arraycopy(frame, from, out, OFFSETS_AS_AT_FIRST.length, blocks.position() - from);
        return out;
    }

    /// RFC 8878, section 3.1.1.1.
    private static int frameHeadBytes(byte[] frame) {
        int descriptor = frame[MAGIC_BYTES] & 0xFF;
        boolean single = (descriptor & 0x20) != 0;
        int sizeFlag = descriptor >> 6;
        int size = sizeFlag == 0 && single ? 1 : CONTENT_SIZE_BYTES[sizeFlag];
        return MAGIC_BYTES + 1 + (single ? 0 : 1) + DICTIONARY_ID_BYTES[descriptor & 3] + size;
    }
}
