package chat.parley.auth.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The keys of access tokens. The newest signs; each stays until the last token it signed has expired.
///
/// The lock of `this` guards loading; what was loaded is an immutable list that readers take without it.
public final class SigningKeys {
    private static final int KEY_BITS = 2_048;
    private static final int ID_BYTES = 8;
    /// Forged key ids must not make a query each.
    private static final Duration RELOAD_PAUSE = Duration.ofSeconds(5);

    private final SigningKeyStore store;
    private final Clock clock;
    private final Duration rotation;
    private volatile List<SigningKey> keys = List.of();
    private volatile Instant loadedAt = Instant.MIN;

    /// @param rotation how long a key signs
    public SigningKeys(SigningKeyStore store, Clock clock, Duration rotation) {
        this.store = store;
        this.clock = clock;
        this.rotation = rotation;
    }

    /// The key that signs now; a new one when the newest is too old.
    SigningKey current() {
        var newest = newest();
        if (newest != null && clock.instant().isBefore(newest.createdAt().plus(rotation))) {
            return newest;
        }
        return rotated();
    }

    /// The key of that id, also when another node has made it a moment ago.
    Optional<SigningKey> find(String id) {
        var key = known(id);
        if (key.isEmpty()) {
            if (old()) {
                reload();
            }
            // Also when they are not old: somebody else may have read them since the first look.
            key = known(id);
        }
        return key;
    }

    /// The public halves, as a JSON Web Key Set (RFC 7517).
    public Map<String, Object> published() {
        current();
        var set = keys.stream()
                .map(key -> new RSAKey.Builder(key.publicKey())
                        .keyID(key.id())
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.RS256)
                        .build())
                .toList();
        return new JWKSet(List.copyOf(set)).toJSONObject(true);
    }

    private @Nullable SigningKey newest() {
        var known = keys;
        return known.isEmpty() ? null : known.getFirst();
    }

    private Optional<SigningKey> known(String id) {
        return keys.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private synchronized SigningKey rotated() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var dead = now.minus(rotation.multipliedBy(2)).minus(AccessTokens.LIFETIME);
        store.rotate(now.minus(rotation), dead, maker(now));
        load();
        var newest = newest();
        if (newest == null) {
            throw new IllegalStateException("No signing key could be made");
        }
        return newest;
    }

    private boolean old() {
        return clock.instant().isAfter(loadedAt.plus(RELOAD_PAUSE));
    }

    /// Of all who come at once, one reads and the others wait for it.
    private synchronized void reload() {
        if (old()) {
            load();
        }
    }

    private synchronized void load() {
        keys = List.copyOf(store.all());
        loadedAt = clock.instant();
    }

    private static Supplier<SigningKey> maker(Instant now) {
        return () -> {
            try {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(KEY_BITS);
                var pair = generator.generateKeyPair();
                byte[] id = new byte[ID_BYTES];
                new SecureRandom().nextBytes(id);
                return new SigningKey(
                        HexFormat.of().formatHex(id),
                        (RSAPrivateKey) pair.getPrivate(),
                        (RSAPublicKey) pair.getPublic(),
                        now);
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException("Every Java has RSA", missing);
            }
        };
    }
}
