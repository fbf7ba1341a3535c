package chat.parley.media.stun;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.parley.media.wire.Address;
import chat.parley.media.wire.Bytes;
import java.util.Arrays;

/// Puts a STUN message of at most 1,280 bytes together, attribute by attribute. [#signed] or [#plain] ends it.
public final class StunWriter {
    private final byte[] bytes = new byte[StunMessage.BYTES_MAX];
    private int end = StunMessage.HEADER;

    public StunWriter(int type, byte[] transaction) {
        if (transaction.length != 12) {
            throw new IllegalArgumentException("a transaction id has 96 bits");
        }
        Bytes.put16(bytes, 0, type);
        Bytes.put32(bytes, 4, StunMessage.COOKIE);
        System.arraycopy(transaction, 0, bytes, 8, transaction.length);
    }

    public StunWriter username(String name) {
        byte[] text = name.getBytes(UTF_8);
        System.arraycopy(text, 0, bytes, attribute(Attribute.USERNAME, text.length), text.length);
        return this;
    }

    public StunWriter priority(long priority) {
        Bytes.put32(bytes, attribute(Attribute.PRIORITY, 4), priority);
        return this;
    }

    public StunWriter useCandidate() {
        attribute(Attribute.USE_CANDIDATE, 0);
        return this;
    }

    public StunWriter controlling(long tieBreaker) {
        Bytes.put64(bytes, attribute(Attribute.ICE_CONTROLLING, 8), tieBreaker);
        return this;
    }

    public StunWriter mappedAddress(Address address) {
        return address(Attribute.XOR_MAPPED_ADDRESS, address);
    }

    /// An attribute of another document, as TURN's are.
    public StunWriter with(int type, byte[] value) {
        System.arraycopy(value, 0, bytes, attribute(type, value.length), value.length);
        return this;
    }

    /// Under any type, in the manner of XOR-MAPPED-ADDRESS.
    public StunWriter address(int type, Address address) {
        int at = attribute(type, address.isV4() ? 8 : 20);
        Bytes.put8(bytes, at + 1, address.isV4() ? 1 : 2);
        Bytes.put16(bytes, at + 2, address.port() ^ StunMessage.COOKIE >>> 16);
        if (address.isV4()) {
            Bytes.put32(bytes, at + 4, address.v4() ^ StunMessage.COOKIE);
        } else {
            Bytes.put64(bytes, at + 4, address.high() ^ Bytes.i64(bytes, 4));
            Bytes.put64(bytes, at + 12, address.low() ^ Bytes.i64(bytes, 12));
        }
        return this;
    }

    public StunWriter controlled(long tieBreaker) {
        Bytes.put64(bytes, attribute(Attribute.ICE_CONTROLLED, 8), tieBreaker);
        return this;
    }

    /// An empty attribute by its number: below 0x8000 it asks for something that the receiver must understand.
    public StunWriter demand(int type) {
        attribute(type, 0);
        return this;
    }

    public StunWriter error(int code, String reason) {
        byte[] text = reason.getBytes(UTF_8);
        int at = attribute(Attribute.ERROR_CODE, 4 + text.length);
        Bytes.put8(bytes, at + 2, code / 100);
        Bytes.put8(bytes, at + 3, code % 100);
        System.arraycopy(text, 0, bytes, at + 4, text.length);
        return this;
    }

    public StunWriter unknownAttribute(int type) {
        Bytes.put16(bytes, attribute(Attribute.UNKNOWN_ATTRIBUTES, 2), type);
        return this;
    }

    public byte[] signed(Integrity password) {
        byte[] mac = password.over(bytes, end);
        System.arraycopy(mac, 0, bytes, attribute(Attribute.MESSAGE_INTEGRITY, mac.length), mac.length);
        return plain();
    }

    public byte[] plain() {
        int value = attribute(Attribute.FINGERPRINT, 4);
        Bytes.put32(bytes, value, Integrity.fingerprint(bytes, value - 4));
        return Arrays.copyOf(bytes, end);
    }

    private int attribute(int type, int length) {
        int value = end + 4;
        end = value + (length + 3 & ~3);
        Bytes.put16(bytes, value - 4, type);
        Bytes.put16(bytes, value - 2, length);
        Bytes.put16(bytes, 2, end - StunMessage.HEADER);
        return value;
    }
}
