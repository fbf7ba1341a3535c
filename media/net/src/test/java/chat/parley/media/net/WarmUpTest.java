package chat.parley.media.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class WarmUpTest {
    private static final int PATIENCE_SECONDS = 30;

    @Test
    void it_ends_by_itself_and_is_played_once() throws InterruptedException {
        var played = new CountDownLatch(1);
        WarmUp.begin(played::countDown);
        assertTrue(played.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        var again = new CountDownLatch(1);
        WarmUp.begin(again::countDown);
        assertEquals(0, again.getCount());
    }

    @Test
    void a_server_without_calls_has_no_loop_and_the_first_who_joins_makes_it_ready() throws Exception {
        var here = InetAddress.getLoopbackAddress();
        try (var server = MediaServer.start(MediaSettings.of(here, 0, List.of(here)))) {
            assertFalse(server.ready());
            assertEquals(0, server.participants());
            assertEquals(0, server.stalledNanos());
            assertEquals(0, server.counts().of(Count.RECEIVED));
            server.join("room", (it, event) -> {});
            assertEquals(1, server.participants());
            ready(server);
        }
    }

    @Test
    void it_can_be_made_ready_before_anybody_comes() throws Exception {
        var here = InetAddress.getLoopbackAddress();
        try (var server = MediaServer.start(MediaSettings.of(here, 0, List.of(here)))) {
            server.warmUp();
            ready(server);
        }
    }

    private static void ready(MediaServer server) throws InterruptedException {
        for (int i = 0; !server.ready(); i++) {
            assertTrue(i < 100 * PATIENCE_SECONDS, "it does not get ready");
            Thread.sleep(10);
        }
    }
}
