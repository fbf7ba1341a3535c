package chat.parley.media.srtp;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/// HMAC-SHA1 by hand, because `javax.crypto.Mac` makes garbage for each packet.
final class HmacSha1 {
    static final int BYTES = 20;
    private static final int BLOCK = 64;

    private final MessageDigest sha1;
    private final byte[] inner = new byte[BLOCK];
    private final byte[] outer = new byte[BLOCK];
    private final byte[] result = new byte[BYTES];

    HmacSha1(byte[] key) {
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
        byte[] padded = Arrays.copyOf(key, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            inner[i] = (byte) (padded[i] ^ 0x36);
            outer[i] = (byte) (padded[i] ^ 0x5c);
        }
    }

    /// The MAC over the data and then the tail, in an array that the next call overwrites.
    byte[] over(byte[] data, int at, int length, byte[] tail, int tailLength) {
        sha1.update(inner);
        sha1.update(data, at, length);
        sha1.update(tail, 0, tailLength);
        finish();
        sha1.update(outer);
        sha1.update(result);
        finish();
        return result;
    }

    private void finish() {
        try {
            sha1.digest(result, 0, BYTES);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
