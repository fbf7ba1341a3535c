package chat.parley.media.stun;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.parley.media.wire.Address;
import chat.parley.media.wire.Bytes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A STUN message that is well formed. It keeps a copy of its bytes, at most 1,280 of them, because what it is
/// asked about (integrity) covers them all.
public final class StunMessage {
    public static final int REQUEST = 0x0001;
    public static final int SUCCESS = 0x0101;
    public static final int ERROR = 0x0111;
    public static final int INDICATION = 0x0011;

    static final int HEADER = 20;
    static final int COOKIE = 0x2112_a442;
    static final int BYTES_MAX = 1280;
    private static final int ATTRIBUTES_MAX = 32;

    private final byte[] bytes;
    /// Offsets of the values, and their types: FINGERPRINT and what follows it are not in the list.
    private final int[] values;
    private final int count;

    private StunMessage(byte[] bytes, int[] values, int count) {
        this.bytes = bytes;
        this.values = values;
        this.count = count;
    }

    /// Null when it is no STUN message, or one with a FINGERPRINT that does not fit.
    public static @Nullable StunMessage read(byte[] datagram, int offset, int length) {
        if (length < HEADER || length > BYTES_MAX || Bytes.i32(datagram, offset + 4) != COOKIE) {
            return null;
        }
        int body = Bytes.u16(datagram, offset + 2);
        if ((datagram[offset] & 0xc0) != 0 || body % 4 != 0 || HEADER + body != length) {
            return null;
        }
        byte[] bytes = Arrays.copyOfRange(datagram, offset, offset + length);
        int[] values = new int[ATTRIBUTES_MAX];
        int count = attributes(bytes, values);
        return count < 0 ? null : new StunMessage(bytes, values, count);
    }

    private static int attributes(byte[] bytes, int[] values) {
        int count = 0;
        boolean sealed = false;
        for (int at = HEADER; at < bytes.length; ) {
            if (at + 4 > bytes.length || count == ATTRIBUTES_MAX) {
                return -1;
            }
            int type = Bytes.u16(bytes, at);
            int length = Bytes.u16(bytes, at + 2);
            int next = at + 4 + (length + 3 & ~3);
            if (next > bytes.length) {
                return -1;
            }
            if (type == Attribute.FINGERPRINT) {
                boolean right = length == 4
                        && next == bytes.length
                        && Integrity.fingerprint(bytes, at) == Bytes.i32(bytes, at + 4);
                return right ? count : -1;
            }
            // RFC 8489 section 14.5: what follows MESSAGE-INTEGRITY is ignored, FINGERPRINT apart.
            if (!sealed) {
                values[count++] = at + 4;
            }
            sealed |= type == Attribute.MESSAGE_INTEGRITY;
            at = next;
        }
        return count;
    }

    public int type() {
        return Bytes.u16(bytes, 0);
    }

    /// The 96 bits that an answer repeats.
    public byte[] transaction() {
        return Arrays.copyOfRange(bytes, 8, HEADER);
    }

    public @Nullable String username() {
        int at = find(Attribute.USERNAME);
        return at < 0 ? null : new String(bytes, at, length(at), UTF_8);
    }

    /// Zero when there is none.
    public long priority() {
        int at = find(Attribute.PRIORITY);
        return at < 0 || length(at) != 4 ? 0 : Bytes.u32(bytes, at);
    }

    public boolean usesCandidate() {
        return find(Attribute.USE_CANDIDATE) >= 0;
    }

    public boolean controlled() {
        return find(Attribute.ICE_CONTROLLED) >= 0;
    }

    public boolean controlling() {
        return find(Attribute.ICE_CONTROLLING) >= 0;
    }

    /// Zero when there is none.
    public int errorCode() {
        int at = find(Attribute.ERROR_CODE);
        return at < 0 || length(at) < 4 ? 0 : (bytes[at + 2] & 7) * 100 + Bytes.u8(bytes, at + 3);
    }

    /// An attribute of another document, as TURN's are; null when it is not there.
    public byte @Nullable [] value(int type) {
        int at = find(type);
        return at < 0 ? null : Arrays.copyOfRange(bytes, at, at + length(at));
    }

    public @Nullable Address mappedAddress() {
        return address(Attribute.XOR_MAPPED_ADDRESS);
    }

    /// Under any type, in the manner of XOR-MAPPED-ADDRESS.
    public @Nullable Address address(int type) {
        int at = find(type);
        if (at < 0 || length(at) < 8) {
            return null;
        }
        int port = Bytes.u16(bytes, at + 2) ^ COOKIE >>> 16;
        return switch (bytes[at + 1]) {
            case 1 -> Address.v4(Bytes.i32(bytes, at + 4) ^ COOKIE, port);
            case 2 ->
                length(at) < 20
                        ? null
                        : Address.v6(
                                Bytes.i64(bytes, at + 4) ^ Bytes.i64(bytes, 4),
                                Bytes.i64(bytes, at + 12) ^ Bytes.i64(bytes, 12),
                                port);
            default -> null;
        };
    }

    /// An attribute that a receiver must understand and we do not, or -1.
    public int unknownAttribute() {
        for (int i = 0; i < count; i++) {
            int type = Bytes.u16(bytes, values[i] - 4);
            if (!Attribute.understood(type)) {
                return type;
            }
        }
        return -1;
    }

    /// True when MESSAGE-INTEGRITY is there and was made with this password (short-term credentials, RFC 8489 section
    /// 9.1).
    public boolean isFrom(Integrity password) {
        int at = find(Attribute.MESSAGE_INTEGRITY);
        return at >= 0 && length(at) == Integrity.BYTES && password.matches(bytes, at - 4);
    }

    private int find(int type) {
        for (int i = 0; i < count; i++) {
            if (Bytes.u16(bytes, values[i] - 4) == type) {
                return values[i];
            }
        }
        return -1;
    }

    private int length(int value) {
        return Bytes.u16(bytes, value - 2);
    }
}
