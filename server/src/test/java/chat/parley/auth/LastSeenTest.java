package chat.parley.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.auth.session.LastSeen;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The day on which somebody was here last is known from their devices.
final class LastSeenTest {
    private final Scene scene = new Scene();
    private final LastSeen lastSeen = new LastSeen(scene.database);

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void signing_in_and_renewing_count_as_being_here() {
        var ada = scene.register("ada");
        var ben = scene.register("ben");
        scene.clock.pass(Duration.ofDays(3));
        scene.sessions.refresh(ada.refreshToken(), Scene.LAPTOP);
        var both = List.of(ada.user(), ben.user());
        var now = scene.clock.instant();
        assertEquals(Set.of(ada.user()), lastSeen.since(both, now));
        assertEquals(Set.of(ada.user()), lastSeen.since(both, now.minus(Duration.ofDays(2))));
        assertEquals(Set.copyOf(both), lastSeen.since(both, now.minus(Duration.ofDays(3))));
        scene.signIn("ben", Scene.PHONE);
        assertEquals(Set.copyOf(both), lastSeen.since(both, now));
        assertEquals(Set.of(), lastSeen.since(both, now.plus(Duration.ofDays(1))));
    }
}
