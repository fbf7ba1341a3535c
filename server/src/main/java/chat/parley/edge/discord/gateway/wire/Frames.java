package chat.parley.edge.discord.gateway.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/// Writes WebSocket frames (RFC 6455, section 5.2) as the server sends them: final, unmasked.
///
/// Hot path: a dispatch is a head of some 50 bytes, written here for one receiver, and the body's bytes, which
/// follow it on the socket and are shared. Netty's frame encoder is not in the pipeline: it would put an object
/// and a handler between.
public final class Frames {
    private static final int TEXT = 0x81;
    private static final int BINARY = 0x82;
    private static final int TEXT_DEFLATED = 0xC1;
    private static final int CLOSE = 0x88;
    private static final int PONG = 0x8A;
    private static final byte[] BEFORE_BODY = ",\"d\":".getBytes(US_ASCII);
    private static final int HEAD_ROOM_BYTES = 48;

    private Frames() {}

    /// What stands before the body: the frame's header, and the message up to its `d`.
    ///
    /// @param s the sequence number of this receiver
    public static ByteBuf head(ByteBufAllocator memory, Encoding encoding, Dispatch dispatch, long s) {
        byte[] digits = Long.toString(s).getBytes(US_ASCII);
        int own = dispatch.head().length + digits.length + BEFORE_BODY.length;
        var out = memory.directBuffer(own + HEAD_ROOM_BYTES);
        switch (form(encoding, dispatch.body())) {
            case PLAIN -> header(out, TEXT, own + dispatch.body().bytes());
            case ZLIB_STREAM -> {
                header(
                        out,
                        BINARY,
                        Deflate.STORED_HEAD_BYTES + own + dispatch.body().deflated().length);
                Deflate.storedHead(out, own);
            }
            case MESSAGE_DEFLATE -> {
                int body = dispatch.body().deflated().length - Deflate.FLUSH_TAIL_BYTES;
                header(out, TEXT_DEFLATED, Deflate.STORED_HEAD_BYTES + own + body);
                Deflate.storedHead(out, own);
            }
            case ZSTD_STREAM -> {
                zstdHead(out, dispatch, digits, own);
                return out;
            }
        }
        return out.writeBytes(dispatch.head()).writeBytes(digits).writeBytes(BEFORE_BODY);
    }

    /// A small body shares the head's block, a larger one has blocks of its own.
    private static void zstdHead(ByteBuf out, Dispatch dispatch, byte[] digits, int own) {
        var body = dispatch.body();
        boolean apart = body.worthCompressing();
        int block = own + (apart ? Zstd.BLANKS.length : body.bytes());
        header(out, BINARY, Zstd.BLOCK_HEAD_BYTES + block + (apart ? body.zstd().length : 0));
        Zstd.storedHead(out, block);
        out.writeBytes(dispatch.head()).writeBytes(digits).writeBytes(BEFORE_BODY);
        if (apart) {
            out.writeBytes(Zstd.BLANKS);
        }
    }

    /// What stands after the head: bytes that are the same for all receivers of that form.
    public static ByteBuf body(ByteBufAllocator memory, Encoding form, Body body) {
        return switch (form) {
            case PLAIN -> memory.directBuffer(body.bytes()).writeBytes(body.plain());
            case ZLIB_STREAM -> memory.directBuffer(body.deflated().length).writeBytes(body.deflated());
            // RFC 7692, section 7.2.1: a message leaves out the four bytes with which a flush ends.
            case MESSAGE_DEFLATE -> {
                int bytes = body.deflated().length - Deflate.FLUSH_TAIL_BYTES;
                yield memory.directBuffer(bytes).writeBytes(body.deflated(), 0, bytes);
            }
            case ZSTD_STREAM -> memory.directBuffer(body.zstd().length).writeBytes(body.zstd());
        };
    }

    /// The form in which a body goes to a connection: permessage-deflate may leave a message as it is, a zlib
    /// stream may not.
    public static Encoding form(Encoding encoding, Body body) {
        return encoding == Encoding.MESSAGE_DEFLATE && !body.worthCompressing() ? Encoding.PLAIN : encoding;
    }

    /// A small message of the protocol itself (HELLO, an acknowledgement), at most 65,535 bytes.
    ///
    /// @param first the connection's first message, which begins its compressed stream
    public static ByteBuf whole(ByteBufAllocator memory, Encoding encoding, byte[] json, boolean first) {
        if (json.length > Deflate.STORED_MAX_BYTES) {
            throw new IllegalArgumentException("A protocol message has " + json.length + " bytes");
        }
        var out = memory.directBuffer(json.length + HEAD_ROOM_BYTES);
        return switch (encoding) {
            case PLAIN, MESSAGE_DEFLATE -> {
                header(out, TEXT, json.length);
                yield out.writeBytes(json);
            }
            case ZLIB_STREAM -> zlib(out, json, first);
            case ZSTD_STREAM -> zstd(out, json, first);
        };
    }

    private static ByteBuf zlib(ByteBuf out, byte[] json, boolean first) {
        header(out, BINARY, (first ? 2 : 0) + Deflate.STORED_HEAD_BYTES + json.length + Deflate.STORED_HEAD_BYTES);
        if (first) {
            out.writeShort(Deflate.ZLIB_HEADER);
        }
        Deflate.storedHead(out, json.length);
        out.writeBytes(json);
        Deflate.storedHead(out, 0);
        return out;
    }

    private static ByteBuf zstd(ByteBuf out, byte[] json, boolean first) {
        header(out, BINARY, (first ? Zstd.FRAME_HEAD_BYTES : 0) + Zstd.BLOCK_HEAD_BYTES + json.length);
        if (first) {
            Zstd.begin(out);
        }
        Zstd.storedHead(out, json.length);
        return out.writeBytes(json);
    }

    public static ByteBuf pong(ByteBufAllocator memory, ByteBuf ping) {
        var out = memory.directBuffer(ping.readableBytes() + HEAD_ROOM_BYTES);
        header(out, PONG, ping.readableBytes());
        return out.writeBytes(ping, ping.readerIndex(), ping.readableBytes());
    }

    public static ByteBuf close(ByteBufAllocator memory, int code, String reason) {
        byte[] text = reason.getBytes(UTF_8);
        var out = memory.directBuffer(text.length + HEAD_ROOM_BYTES);
        header(out, CLOSE, text.length + Short.BYTES);
        return out.writeShort(code).writeBytes(text);
    }

    private static void header(ByteBuf out, int first, int bytes) {
        out.writeByte(first);
        if (bytes < 126) {
            out.writeByte(bytes);
        } else if (bytes <= 0xFFFF) {
            out.writeByte(126).writeShort(bytes);
        } else {
            out.writeByte(127).writeLong(bytes);
        }
    }
}
