package chat.parley.auth.token;

import chat.parley.base.sql.Database;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// The table `signing_keys`. The nodes of a cluster share it, so that each accepts the tokens of all.
public final class SigningKeyStore {
    /// Two nodes that find no fresh key queue on this lock, so that only one makes it.
    private static final long ROTATION_LOCK = 0x5041524C4559L + 1;

    private final Database database;

    public SigningKeyStore(Database database) {
        this.database = database;
    }

    /// Newest first.
    List<SigningKey> all() {
        return database.list(
                "select id, private_key, created_at from signing_keys order by created_at desc, id",
                row -> read(row.text("id"), row.bytes("private_key"), row.instant("created_at")));
    }

    /// Adds a key unless there is one that was made after `freshSince`, and removes those made before `deadSince`.
    void rotate(Instant freshSince, Instant deadSince, Supplier<SigningKey> make) {
        database.transaction(sql -> {
            sql.list("select pg_advisory_xact_lock(?)", row -> 0, ROTATION_LOCK);
            boolean fresh = sql.first("select 1 from signing_keys where created_at > ?", row -> 1, freshSince)
                    .isPresent();
            if (!fresh) {
                var key = make.get();
                sql.change(
                        "insert into signing_keys (id, private_key, created_at) values (?, ?, ?)",
                        key.id(),
                        key.privateKey().getEncoded(),
                        key.createdAt());
            }
            sql.change("delete from signing_keys where created_at < ?", deadSince);
            return fresh;
        });
    }

    private static SigningKey read(String id, byte[] encoded, Instant createdAt) {
        try {
            var factory = KeyFactory.getInstance("RSA");
            var secret = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
            var open = (RSAPublicKey)
                    factory.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
            return new SigningKey(id, secret, open, createdAt);
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("Signing key " + id + " is damaged", damaged);
        }
    }
}
