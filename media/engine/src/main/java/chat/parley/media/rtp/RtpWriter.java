package chat.parley.media.rtp;

import chat.parley.media.wire.Bytes;
import java.util.Arrays;

/// Writes an RTP header with extensions in front of a payload. Reused for packet after packet; allocates nothing. Hot
/// path.
///
/// The order is: [#begin], extensions, [#payload] or [#padding].
public final class RtpWriter {
    private static final int ONE_BYTE_MAX = 16;

    private byte[] bytes = new byte[RtpPacket.HEADER];
    private int start;
    private int end;
    private boolean extended;
    private boolean twoBytes;

    @SuppressWarnings("ReferenceEquality") // Whether it is the same array is the question.
    public RtpWriter begin(byte[] bytes, int at, int payloadType, boolean marker) {
        if (this.bytes != bytes) {
            // To write the same again would tell the collector again.
            this.bytes = bytes;
        }
        start = at;
        end = at + RtpPacket.HEADER;
        extended = false;
        twoBytes = false;
        Bytes.put8(bytes, at, 0x80);
        Bytes.put8(bytes, at + 1, (marker ? 0x80 : 0) | payloadType);
        return this;
    }

    public RtpWriter numbers(int sequence, long timestamp, int ssrc) {
        Bytes.put16(bytes, start + 2, sequence);
        Bytes.put32(bytes, start + 4, timestamp);
        Bytes.put32(bytes, start + 8, ssrc);
        return this;
    }

    /// To be said before the first extension, when one of them is longer than 16 bytes or empty: then all use
    /// the two-byte form (RFC 8285 section 4.3).
    public RtpWriter longExtensions() {
        twoBytes = true;
        return this;
    }

    /// @return where the value of `length` bytes is to be written
    public int extension(int id, int length) {
        if ((length < 1 && !twoBytes) || length > (twoBytes ? 255 : ONE_BYTE_MAX)) {
            throw new IllegalArgumentException("an extension of " + length + " bytes");
        }
        if (!extended) {
            extended = true;
            end += 4;
        }
        int value;
        if (twoBytes) {
            Bytes.put8(bytes, end, id);
            Bytes.put8(bytes, end + 1, length);
            value = end + 2;
        } else {
            Bytes.put8(bytes, end, id << 4 | length - 1);
            value = end + 1;
        }
        end = value + length;
        return value;
    }

    public RtpWriter extension8(int id, int value) {
        Bytes.put8(bytes, extension(id, 1), value);
        return this;
    }

    public RtpWriter extension16(int id, int value) {
        Bytes.put16(bytes, extension(id, 2), value);
        return this;
    }

    public RtpWriter extension24(int id, int value) {
        Bytes.put24(bytes, extension(id, 3), value);
        return this;
    }

    public RtpWriter extension(int id, byte[] value, int at, int length) {
        System.arraycopy(value, at, bytes, extension(id, length), length);
        return this;
    }

    /// Ends the header.
    ///
    /// @return where the payload begins
    public int body() {
        if (extended) {
            int words = start + RtpPacket.HEADER;
            while ((end - words & 3) != 0) {
                bytes[end++] = 0;
            }
            bytes[start] |= 0x10;
            Bytes.put16(bytes, words, twoBytes ? 0x1000 : 0xbede);
            Bytes.put16(bytes, words + 2, (end - words - 4) / 4);
        }
        return end;
    }

    /// @return the packet's length
    public int payload(byte[] payload, int at, int length) {
        int body = body();
        System.arraycopy(payload, at, bytes, body, length);
        return body + length - start;
    }

    /// A packet of nothing but padding, to probe the bandwidth with.
    public int padding(int size) {
        if (size < 1 || size > 255) {
            throw new IllegalArgumentException("padding of " + size);
        }
        int body = body();
        Arrays.fill(bytes, body, body + size, (byte) 0);
        Bytes.put8(bytes, body + size - 1, size);
        bytes[start] |= 0x20;
        return body + size - start;
    }
}
