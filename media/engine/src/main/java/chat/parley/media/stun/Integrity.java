package chat.parley.media.stun;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.parley.media.wire.Bytes;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One password, and what it signs. Not safe for several threads.
public final class Integrity {
    static final int BYTES = 20;
    private static final int FINGERPRINT_MASK = 0x5354_554e;

    private final Mac mac;

    public Integrity(String password) {
        this(password.getBytes(UTF_8));
    }

    private Integrity(byte[] key) {
        try {
            mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// Of an account at a TURN server (long-term credentials, RFC 8489 section 9.2.2).
    public static Integrity ofAccount(String username, String realm, String password) {
        try {
            var text = username + ":" + realm + ":" + password;
            return new Integrity(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// The MAC over everything before the attribute at `at`, with the length field as if the message ended behind it.
    byte[] over(byte[] message, int at) {
        byte[] header = Arrays.copyOf(message, StunMessage.HEADER);
        Bytes.put16(header, 2, at + 4 + BYTES - StunMessage.HEADER);
        mac.update(header);
        mac.update(message, StunMessage.HEADER, at - StunMessage.HEADER);
        return mac.doFinal();
    }

    boolean matches(byte[] message, int at) {
        byte[] theirs = Arrays.copyOfRange(message, at + 4, at + 4 + BYTES);
        return MessageDigest.isEqual(over(message, at), theirs);
    }

    /// RFC 8489 section 14.7, for a FINGERPRINT attribute at `at`, which ends the message.
    static int fingerprint(byte[] message, int at) {
        var crc = new CRC32();
        crc.update(message, 0, at);
        return (int) crc.getValue() ^ FINGERPRINT_MASK;
    }
}
