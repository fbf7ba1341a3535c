package chat.parley.edge.discord.gateway.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/// Writes WebSocket frames (RFC 6455, section 5.2) as the server sends them: final, unmasked.
///
/// Hot path: a dispatch is a head of some 50 bytes, written here for one receiver, and the body's bytes, which
/// follow it on the socket and are the same for all. Netty's frame encoder is not in the pipeline: it would put an
/// object and a handler between.
public final class Frames {
    private static final int TEXT = 0x81;
    private static final int BINARY = 0x82;
    private static final int TEXT_DEFLATED = 0xC1;
    private static final int CLOSE = 0x88;
    private static final int PONG = 0x8A;
    private static final byte[] BEFORE_BODY = ",\"d\":".getBytes(US_ASCII);
    private static final int HEAD_ROOM_BYTES = 48;
    private static final int DIGITS_MAX = 19;
    private static final long EIGHT_DIGITS = 100_000_000;

    private Frames() {}

    /// What stands before the body: the frame's header, and the message up to its `d`.
    ///
    /// @param s the sequence number of this receiver
    public static ByteBuf head(ByteBufAllocator memory, Encoding encoding, Dispatch dispatch, long s) {
        var out = memory.directBuffer(dispatch.head().length + DIGITS_MAX + HEAD_ROOM_BYTES);
        head(out, encoding, dispatch, s);
        return out;
    }

    /// Writes what stands before the body.
    ///
    /// @return where the sequence number begins
    static int head(ByteBuf out, Encoding encoding, Dispatch dispatch, long s) {
        int own = dispatch.head().length + digits(s) + BEFORE_BODY.length;
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
                return zstdHead(out, dispatch, s, own);
            }
        }
        return upToBody(out, dispatch, s);
    }

    private static int upToBody(ByteBuf out, Dispatch dispatch, long s) {
        out.writeBytes(dispatch.head());
        int at = out.writerIndex();
        number(out, s);
        out.writeBytes(BEFORE_BODY);
        return at;
    }

    /// Puts another number of as many digits in the place of one.
    static void renumber(ByteBuf out, int at, int digits, long number) {
        long rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            out.setByte(i, (int) ('0' + rest % 10));
            rest /= 10;
        }
    }

    static int digits(long number) {
        int digits = 1;
        for (long power = 10; digits < DIGITS_MAX && power <= number; power *= 10) {
            digits++;
        }
        return digits;
    }

    /// Up to eight digits are put together in a register and written at once.
    private static void number(ByteBuf out, long number) {
        if (number >= EIGHT_DIGITS) {
            out.writeBytes(Long.toString(number).getBytes(US_ASCII));
            return;
        }
        long text = 0;
        int digits = 0;
        for (int rest = (int) number; rest > 0 || digits == 0; rest /= 10) {
            text = text >>> Byte.SIZE | (long) ('0' + rest % 10) << (Long.SIZE - Byte.SIZE);
            digits++;
        }
        out.ensureWritable(Long.BYTES);
        out.setLong(out.writerIndex(), text);
        out.writerIndex(out.writerIndex() + digits);
    }

    /// At most so long is the frame.
    static int maxBytes(Encoding encoding, Dispatch dispatch) {
        var body = dispatch.body();
        int bytes = switch (form(encoding, body)) {
            case PLAIN -> body.bytes();
            case ZLIB_STREAM, MESSAGE_DEFLATE -> body.deflated().length;
            case ZSTD_STREAM -> body.zstd().length;
        };
        return dispatch.head().length + DIGITS_MAX + HEAD_ROOM_BYTES + bytes;
    }

    /// A small body shares the head's block, a larger one has blocks of its own.
    private static int zstdHead(ByteBuf out, Dispatch dispatch, long s, int own) {
        var body = dispatch.body();
        boolean apart = body.worthCompressing();
        int block = own + (apart ? Zstd.BLANKS.length : body.bytes());
        header(out, BINARY, Zstd.BLOCK_HEAD_BYTES + block + (apart ? body.zstd().length : 0));
        Zstd.storedHead(out, block);
        int number = upToBody(out, dispatch, s);
        if (apart) {
            out.writeBytes(Zstd.BLANKS);
        }
        return number;
    }

    /// What stands after the head: bytes that are the same for all receivers of that form.
    public static ByteBuf body(ByteBufAllocator memory, Encoding form, Body body) {
        var out = memory.directBuffer(body.bytes());
        body(out, form, body);
        return out;
    }

    /// Writes what stands after the head.
    static void body(ByteBuf out, Encoding form, Body body) {
        switch (form) {
            case PLAIN -> out.writeBytes(body.plain());
            case ZLIB_STREAM -> out.writeBytes(body.deflated());
            // RFC 7692, section 7.2.1: a message leaves out the four bytes with which a flush ends.
            case MESSAGE_DEFLATE ->
                out.writeBytes(body.deflated(), 0, body.deflated().length - Deflate.FLUSH_TAIL_BYTES);
            case ZSTD_STREAM -> out.writeBytes(body.zstd());
        }
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
