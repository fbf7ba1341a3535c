package chat.parley.media.srtp;

import java.util.Arrays;

/// What both sides of one direction know: a profile, a key and a salt of its sizes.
public final class MasterKey {
    private final Profile profile;
    private final byte[] key;
    private final byte[] salt;

    public MasterKey(Profile profile, byte[] key, byte[] salt) {
        if (key.length != profile.keyBytes || salt.length != profile.saltBytes) {
            throw new IllegalArgumentException("not the sizes of " + profile);
        }
        this.profile = profile;
        this.key = key.clone();
        this.salt = salt.clone();
    }

    /// Cuts the keying material that DTLS exports with the label `EXTRACTOR-dtls_srtp` (RFC 5764 section 4.2).
    public static MasterKey exported(Profile profile, byte[] material, boolean ofClient) {
        int key = profile.keyBytes;
        int salt = profile.saltBytes;
        if (material.length != 2 * (key + salt)) {
            throw new IllegalArgumentException("not the material of " + profile);
        }
        int keyAt = ofClient ? 0 : key;
        int saltAt = 2 * key + (ofClient ? 0 : salt);
        return new MasterKey(
                profile,
                Arrays.copyOfRange(material, keyAt, keyAt + key),
                Arrays.copyOfRange(material, saltAt, saltAt + salt));
    }

    public Profile profile() {
        return profile;
    }

    /// RFC 3711 section 4.3, with a key derivation rate of zero: `bytes` of the session secret with this label.
    byte[] derive(int label, int bytes) {
        byte[] start = Arrays.copyOf(salt, 16);
        start[7] ^= (byte) label;
        byte[] secret = new byte[bytes];
        new CounterMode(key).apply(start, secret, 0, bytes);
        return secret;
    }

    /// Never the key itself.
    @Override
    public String toString() {
        return "MasterKey[" + profile + "]";
    }
}
