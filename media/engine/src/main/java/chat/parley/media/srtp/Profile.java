package chat.parley.media.srtp;

import org.jspecify.annotations.Nullable;

/// The protection profiles that we speak, best first, with their numbers in DTLS's `use_srtp` (RFC 5764, RFC 7714).
public enum Profile {
    AEAD_AES_128_GCM(0x0007, 16, 12, 16),
    AEAD_AES_256_GCM(0x0008, 32, 12, 16),
    AES_CM_128_HMAC_SHA1_80(0x0001, 16, 14, 10);

    /// Numbers, from Java's DTLS libraries' point of view.
    public final int number;

    public final int keyBytes;
    public final int saltBytes;
    public final int tagBytes;

    Profile(int number, int keyBytes, int saltBytes, int tagBytes) {
        this.number = number;
        this.keyBytes = keyBytes;
        this.saltBytes = saltBytes;
        this.tagBytes = tagBytes;
    }

    public static @Nullable Profile of(int number) {
        for (var profile : values()) {
            if (profile.number == number) {
                return profile;
            }
        }
        return null;
    }

    boolean aead() {
        return this != AES_CM_128_HMAC_SHA1_80;
    }
}
