package chat.parley.media.srtp;

import org.jspecify.annotations.Nullable;

/// Makes the ciphers of one engine: libcrypto's where the host has it, the JDK's otherwise. What one `Crypto`
/// made is used by one thread at a time.
public final class Crypto {
    private static final int RTP_LABELS = 0;
    private static final int RTCP_LABELS = 3;

    private final LibcryptoAead.@Nullable Scratch scratch;
    private final byte[] nonce = new byte[12];

    private Crypto(LibcryptoAead.@Nullable Scratch scratch) {
        this.scratch = scratch;
    }

    public static Crypto best() {
        return Libcrypto.FOUND ? new Crypto(new LibcryptoAead.Scratch()) : java();
    }

    /// Only what the JDK brings.
    public static Crypto java() {
        return new Crypto(null);
    }

    /// True when AES-GCM makes no garbage.
    public boolean accelerated() {
        return scratch != null;
    }

    Transform forRtp(MasterKey master) {
        return transform(master, RTP_LABELS);
    }

    Transform forRtcp(MasterKey master) {
        return transform(master, RTCP_LABELS);
    }

    /// AES-GCM with this key, for one direction.
    public Aead aead(byte[] key) {
        return scratch == null ? new JavaAead(key) : new LibcryptoAead(key, scratch);
    }

    private Transform transform(MasterKey master, int labels) {
        var profile = master.profile();
        byte[] key = master.derive(labels, profile.keyBytes);
        byte[] salt = master.derive(labels + 2, profile.saltBytes);
        return profile.aead()
                ? new GcmTransform(aead(key), salt, nonce)
                : new CounterTransform(key, master.derive(labels + 1, HmacSha1.BYTES), salt);
    }
}
