package chat.parley.load.sfu.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Messages in Protocol Buffers' encoding, as far as texts, numbers and messages within messages go.
final class Protobuf {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Protobuf number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    Protobuf text(int field, String value) {
        return bytes(field, value.getBytes(UTF_8));
    }

    Protobuf message(int field, Protobuf value) {
        return bytes(field, value.bytes());
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private Protobuf bytes(int field, byte[] value) {
        varint(((long) field << 3) | 2);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    static String text(byte[] message, int field) {
        byte[] found = field(message, field);
        return found == null ? "" : new String(found, UTF_8);
    }

    /// A text or message within a message.
    static byte @Nullable [] field(byte[] message, int field) {
        var in = ByteBuffer.wrap(message);
        while (in.hasRemaining()) {
            long head = readVarint(in);
            int size = size(in, (int) (head & 7));
            if (head >>> 3 == field && (head & 7) == 2) {
                byte[] found = new byte[size];
                in.get(found);
                return found;
            }
            in.position(in.position() + size);
        }
        return null;
    }

    static long number(byte[] message, int field) {
        var in = ByteBuffer.wrap(message);
        while (in.hasRemaining()) {
            long head = readVarint(in);
            if (head >>> 3 == field && (head & 7) == 0) {
                return readVarint(in);
            }
            int size = size(in, (int) (head & 7));
            in.position(in.position() + size);
        }
        return 0;
    }

    private static int size(ByteBuffer in, int type) {
        return switch (type) {
            case 0 -> {
                readVarint(in);
                yield 0;
            }
            case 1 -> 8;
            case 2 -> (int) readVarint(in);
            case 5 -> 4;
            default -> throw new IllegalArgumentException("type " + type);
        };
    }

    private static long readVarint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
