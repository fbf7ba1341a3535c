package chat.parley.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.bus.InProcessBus;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.testing.MovingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What others are told of somebody's connections.
final class PresencesTest {
    private static final UserId ADA = new UserId(1);
    private static final Duration PATIENCE = Duration.ofMillis(Limits.PRESENCE_PATIENCE_MS + 1);

    private final MovingClock clock = new MovingClock();
    private final InProcessBus bus = new InProcessBus();
    private final List<Presence> told = new ArrayList<>();
    private final List<UserId> gone = new ArrayList<>();
    private final Presences presences = new Presences(bus, clock);

    PresencesTest() {
        bus.subscribe(PresenceEvent.Changed.class, it -> told.add(it.presence()));
        bus.subscribe(PresenceEvent.Gone.class, it -> gone.add(it.user()));
    }

    @Test
    void the_first_connection_is_told_once_and_the_second_adds_its_device() {
        connect("a", Device.WEB, Status.ONLINE);
        presences.tick();
        assertEquals(Map.of(Device.WEB, Status.ONLINE), last().devices());
        connect("b", Device.MOBILE, Status.IDLE);
        presences.tick();
        assertEquals(Status.ONLINE, last().status());
        assertEquals(Map.of(Device.WEB, Status.ONLINE, Device.MOBILE, Status.IDLE), last().devices());
        assertEquals(2, told.size());
    }

    @Test
    void a_connection_that_returns_in_time_does_not_flicker() {
        connect("a", Device.WEB, Status.ONLINE);
        presences.tick();
        presences.lost(ADA, "a");
        clock.pass(Duration.ofSeconds(2));
        presences.tick();
        presences.returned(ADA, "a");
        clock.pass(PATIENCE);
        presences.tick();
        assertEquals(1, told.size());
        assertTrue(presences.of(ADA).online());
    }

    @Test
    void one_that_stays_away_is_offline_but_gone_only_when_its_session_ends() {
        connect("a", Device.WEB, Status.ONLINE);
        presences.tick();
        presences.lost(ADA, "a");
        clock.pass(PATIENCE);
        presences.tick();
        assertFalse(last().online());
        assertEquals(List.of(), gone);
        presences.ended(ADA, "a");
        presences.tick();
        assertEquals(List.of(ADA), gone);
    }

    @Test
    void an_invisible_person_looks_offline_and_is_not_gone() {
        connect("a", Device.WEB, Status.INVISIBLE);
        presences.tick();
        assertFalse(presences.of(ADA).online());
        assertEquals(List.of(), told, "nobody hears of who was not seen before");
        assertEquals(List.of(), gone);
    }

    private void connect(String name, Device device, Status status) {
        presences.connected(ADA, name, device, status, List.of());
    }

    private Presence last() {
        return told.getLast();
    }
}
