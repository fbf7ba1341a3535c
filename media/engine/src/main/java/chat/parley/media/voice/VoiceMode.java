package chat.parley.media.voice;

import chat.parley.media.srtp.Aead;
import chat.parley.media.srtp.Crypto;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How packets are encrypted. Best first; clients choose by name.
public enum VoiceMode {
    AEAD_AES256_GCM_RTPSIZE,
    AEAD_XCHACHA20_POLY1305_RTPSIZE;

    public static final int KEY_BYTES = 32;

    /// As the voice gateway spells it.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static @Nullable VoiceMode of(String label) {
        for (var mode : values()) {
            if (mode.label().equals(label)) {
                return mode;
            }
        }
        return null;
    }

    Aead aead(Crypto crypto, byte[] key) {
        return switch (this) {
            case AEAD_AES256_GCM_RTPSIZE -> crypto.aead(key);
            case AEAD_XCHACHA20_POLY1305_RTPSIZE -> new XChaCha(key);
        };
    }
}
