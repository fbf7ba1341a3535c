package chat.parley.bot;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Arrays;

/// A fresh pair of Ed25519 keys, as it is stored.
///
/// @param secret the private key, PKCS #8
/// @param shown the public key's 32 bytes (RFC 8032)
record KeyBytes(byte[] secret, byte[] shown) {
    private static final int PUBLIC_BYTES = 32;

    static KeyBytes fresh() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            // The encoded form (RFC 8410) ends with the raw key.
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] raw = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
            return new KeyBytes(pair.getPrivate().getEncoded(), raw);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has Ed25519", missing);
        }
    }
}
