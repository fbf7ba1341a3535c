package chat.parley.bot;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// A fresh pair of Ed25519 keys, as it is stored.
///
/// @param secret the private key, PKCS #8
/// @param shown the public key's 32 bytes (RFC 8032)
record KeyBytes(byte[] secret, byte[] shown) {
    private static final String ALGORITHM = "Ed25519";
    private static final int PUBLIC_BYTES = 32;

    /// @param key as in `secret`
    static String signature(byte[] key, String timestamp, byte[] body) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(key)));
            signature.update(timestamp.getBytes(StandardCharsets.US_ASCII));
            signature.update(body);
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has Ed25519", missing);
        }
    }

    static KeyBytes fresh() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            // The encoded form (RFC 8410) ends with the raw key.
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] raw = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
            return new KeyBytes(pair.getPrivate().getEncoded(), raw);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has Ed25519", missing);
        }
    }
}
