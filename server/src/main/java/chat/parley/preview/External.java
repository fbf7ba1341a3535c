package chat.parley.preview;

import chat.parley.base.sql.Database;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Addresses of this server that stand for pictures elsewhere: `/cdn/external/{proof}/{address}`. Only what this
/// server has signed is fetched, so it is nobody's open proxy.
public final class External {
    public static final String PREFIX = "/cdn/external/";
    static final int ADDRESS_MAX_CHARS = 2_000;
    private static final int KEY_BYTES = 32;
    private static final int PROOF_BYTES = 16;

    private final Database database;
    private final String base;
    private volatile @Nullable SecretKeySpec key;

    /// @param base where this node is found, without a slash at the end; may be empty
    public External(Database database, String base) {
        this.database = database;
        this.base = base;
    }

    public String link(URI address) {
        byte[] bytes = address.toString().getBytes(StandardCharsets.UTF_8);
        return base + PREFIX + encoded(proof(bytes)) + "/" + encoded(bytes);
    }

    /// @param path with the prefix
    /// @return absent when it was not signed here
    public @Nullable URI address(String path) {
        var parts = path.substring(PREFIX.length()).split("/", 3);
        if (parts.length != 2) {
            return null;
        }
        try {
            byte[] proof = Base64.getUrlDecoder().decode(parts[0]);
            byte[] address = Base64.getUrlDecoder().decode(parts[1]);
            return MessageDigest.isEqual(proof, proof(address))
                    ? URI.create(new String(address, StandardCharsets.UTF_8))
                    : null;
        } catch (IllegalArgumentException broken) {
            return null;
        }
    }

    private byte[] proof(byte[] address) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key());
            return Arrays.copyOf(mac.doFinal(address), PROOF_BYTES);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every JDK has HmacSHA256", missing);
        }
    }

    /// Made by whoever needs it first; of two at the same moment one wins.
    private SecretKeySpec key() {
        var known = key;
        if (known != null) {
            return known;
        }
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        database.change("INSERT INTO external_key (key) VALUES (?) ON CONFLICT DO NOTHING", (Object) fresh);
        byte[] stored = database.first("SELECT key FROM external_key", row -> row.bytes("key"))
                .orElseThrow();
        var read = new SecretKeySpec(stored, "HmacSHA256");
        key = read;
        return read;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
