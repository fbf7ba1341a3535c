package chat.parley.media.srtp;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-GCM by the JDK: everywhere, fast, and with about a kilobyte of garbage a packet, because it must be
/// initialised for each.
final class JavaAead implements Aead {
    private final Cipher cipher;
    private final SecretKeySpec key;

    JavaAead(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void seal(byte[] nonce, byte[] header, int headerAt, int headerLength, byte[] text, int at, int length) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * GcmTransform.TAG, nonce));
            cipher.updateAAD(header, headerAt, headerLength);
            cipher.doFinal(text, at, length, text, at);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public boolean open(byte[] nonce, byte[] header, int headerAt, int headerLength, byte[] text, int at, int length) {
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * GcmTransform.TAG, nonce));
            cipher.updateAAD(header, headerAt, headerLength);
            cipher.doFinal(text, at, length, text, at);
            return true;
        } catch (AEADBadTagException forged) {
            return false;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() {
        // Java's ciphers are left to the collector.
    }
}
