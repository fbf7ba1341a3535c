package chat.parley.auth;

import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.auth.token.AccessTokens;
import chat.parley.auth.token.SigningKeyStore;
import chat.parley.auth.token.SigningKeys;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;
import chat.parley.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RestartedNodeTest {
    private static final Duration ROTATION = Duration.ofDays(30);
    private static final String ISSUER = "https://chat.example.org";

    /// Tried: two who come back at once to a node that has read no keys yet. The first finds none and is about to look
    /// how long ago they were read; in that moment the second reads them.
    @Test
    void everybody_who_comes_back_at_once_is_known() {
        var meanwhile = new AtomicReference<@Nullable Runnable>();
        try (var database = TestDatabase.lived(Clock.systemUTC())) {
            var keys = new SigningKeys(new SigningKeyStore(database.database()), interrupted(meanwhile), ROTATION);
            var node = new AccessTokens(keys, ISSUER, Clock.systemUTC());
            var token = token(database);
            meanwhile.set(() -> assertTrue(
                    CompletableFuture.supplyAsync(() -> node.verify(token))
                            .join()
                            .isPresent(),
                    "the second"));
            assertTrue(node.verify(token).isPresent(), "the first");
        }
    }

    private static String token(TestDatabase database) {
        var clock = Clock.systemUTC();
        var keys = new SigningKeys(new SigningKeyStore(database.database()), clock, ROTATION);
        return new AccessTokens(keys, ISSUER, clock).issue(new UserId(1), new EntityId(2));
    }

    /// Does something once, when it is asked for the time.
    private static Clock interrupted(AtomicReference<@Nullable Runnable> meanwhile) {
        InstantSource source = () -> {
            var deed = meanwhile.getAndSet(null);
            if (deed != null) {
                deed.run();
            }
            return Instant.now();
        };
        return source.withZone(ZoneOffset.UTC);
    }
}
