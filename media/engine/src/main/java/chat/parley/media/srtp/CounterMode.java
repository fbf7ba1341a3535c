package chat.parley.media.srtp;

import chat.parley.media.wire.Bytes;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// AES in counter mode as RFC 3711 section 4.1.1 has it. Made of ECB, because Java's own counter mode wants to
/// be initialised, with garbage, for every packet.
final class CounterMode {
    private static final int BLOCK = 16;
    /// Blocks that are encrypted at once.
    private static final int CHUNK = 32 * BLOCK;

    private final Cipher ecb;
    private final byte[] counters = new byte[CHUNK];
    private final byte[] stream = new byte[CHUNK];

    CounterMode(byte[] key) {
        try {
            ecb = Cipher.getInstance("AES/ECB/NoPadding");
            ecb.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// XORs the key stream that begins at `start` (16 bytes, the last two counting) over the data.
    void apply(byte[] start, byte[] data, int at, int length) {
        int block = 0;
        for (int done = 0; done < length; done += CHUNK) {
            int size = Math.min(CHUNK, length - done);
            int padded = size + BLOCK - 1 & -BLOCK;
            for (int i = 0; i < padded; i += BLOCK) {
                System.arraycopy(start, 0, counters, i, BLOCK);
                Bytes.put16(counters, i + 14, Bytes.u16(start, 14) + block++);
            }
            encrypt(padded);
            for (int i = 0; i < size; i++) {
                data[at + done + i] ^= stream[i];
            }
        }
    }

    private void encrypt(int length) {
        try {
            ecb.update(counters, 0, length, stream, 0);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
