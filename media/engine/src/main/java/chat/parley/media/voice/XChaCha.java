package chat.parley.media.voice;

import chat.parley.media.srtp.Aead;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03): the first 16 bytes of the nonce make a key of their own by
/// HChaCha20, with which the JDK's ChaCha20-Poly1305 does the rest. The nonces here are 12 bytes as for AES-GCM,
/// of which the first four count; the longer nonce is these and twenty zeros.
final class XChaCha implements Aead {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    /// "expand 32-byte k".
    private static final int[] CONSTANT = {0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574};

    private static final int DOUBLE_ROUNDS = 10;

    private final byte[] key;
    private final Cipher cipher;
    private final int[] state = new int[16];
    private final byte[] subkey = new byte[32];
    private final IvParameterSpec rest = new IvParameterSpec(new byte[12]);

    XChaCha(byte[] key) {
        this.key = key.clone();
        try {
            cipher = Cipher.getInstance("ChaCha20-Poly1305");
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void seal(byte[] nonce, byte[] header, int headerAt, int headerLength, byte[] text, int at, int length) {
        try {
            begin(Cipher.ENCRYPT_MODE, nonce, header, headerAt, headerLength);
            cipher.doFinal(text, at, length, text, at);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public boolean open(byte[] nonce, byte[] header, int headerAt, int headerLength, byte[] text, int at, int length) {
        try {
            begin(Cipher.DECRYPT_MODE, nonce, header, headerAt, headerLength);
            cipher.doFinal(text, at, length, text, at);
            return true;
        } catch (AEADBadTagException forged) {
            return false;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void begin(int mode, byte[] nonce, byte[] header, int at, int length) throws GeneralSecurityException {
        byte[] sixteen = new byte[16];
        System.arraycopy(nonce, 0, sixteen, 0, 4);
        hash(key, sixteen, state, subkey);
        cipher.init(mode, new SecretKeySpec(subkey, "ChaCha20"), rest);
        cipher.updateAAD(header, at, length);
    }

    /// HChaCha20 (section 2.2 of the draft).
    static void hash(byte[] key, byte[] nonce, int[] state, byte[] subkey) {
        System.arraycopy(CONSTANT, 0, state, 0, 4);
        for (int i = 0; i < 8; i++) {
            state[4 + i] = (int) INT.get(key, 4 * i);
        }
        for (int i = 0; i < 4; i++) {
            state[12 + i] = (int) INT.get(nonce, 4 * i);
        }
        for (int i = 0; i < DOUBLE_ROUNDS; i++) {
            for (int column = 0; column < 4; column++) {
                quarter(state, column, 4 + column, 8 + column, 12 + column);
            }
            for (int first = 0; first < 4; first++) {
                quarter(state, first, 4 + (first + 1) % 4, 8 + (first + 2) % 4, 12 + (first + 3) % 4);
            }
        }
        for (int i = 0; i < 4; i++) {
            INT.set(subkey, 4 * i, state[i]);
            INT.set(subkey, 16 + 4 * i, state[12 + i]);
        }
    }

    private static void quarter(int[] s, int a, int b, int c, int d) {
        s[a] += s[b];
        s[d] = Integer.rotateLeft(s[d] ^ s[a], 16);
        s[c] += s[d];
        s[b] = Integer.rotateLeft(s[b] ^ s[c], 12);
        s[a] += s[b];
        s[d] = Integer.rotateLeft(s[d] ^ s[a], 8);
        s[c] += s[d];
        s[b] = Integer.rotateLeft(s[b] ^ s[c], 7);
    }

    @Override
    public void close() {
        // Java's ciphers are left to the collector.
    }
}
