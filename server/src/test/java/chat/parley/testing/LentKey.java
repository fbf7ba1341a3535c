package chat.parley.testing;

import chat.parley.base.sql.Database;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/// The signing key with which the servers of this JVM begin, as one that an earlier start has left: making one takes
/// longer than most tests.
final class LentKey {
    private static final String ID = "00000000000000aa";
    private static final int BITS = 2_048;
    private static final byte[] PRIVATE = made();

    private LentKey() {}

    static void into(Database database, Clock clock) {
        database.change(
                "INSERT INTO signing_keys (id, private_key, created_at) VALUES (?, ?, ?)",
                ID,
                PRIVATE,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static byte[] made() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair().getPrivate().getEncoded();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has RSA", missing);
        }
    }
}
