package chat.parley.media.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.Engine;
import chat.parley.media.net.loop.MediaLoop;
import chat.parley.media.net.loop.Ways;
import chat.parley.media.net.udp.UdpSockets;
import chat.parley.media.srtp.Crypto;
import java.net.InetAddress;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

final class WatchdogTest {
    private static final long PATIENCE_MS = 10_000;

    @Test
    void a_loop_that_hangs_is_noticed_and_so_is_its_return() throws Exception {
        var engine = new Engine(Crypto.best(), new Random(1));
        var socket = UdpSockets.open(InetAddress.getLoopbackAddress(), 0);
        try (var loop = new MediaLoop(
                        MediaLoop.Place.alone(), socket, new Ways(socket, (_, _, _) -> {}), engine, _ -> {});
                var watchdog = new Watchdog(List.of(loop), 10, 50_000_000L)) {
            loop.start();
            var free = new CountDownLatch(1);
            assertTrue(loop.tell(_ -> {
                try {
                    free.await();
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            }));
            until(() -> watchdog.hanging() == 1);
            assertTrue(loop.turnNanos() > 50_000_000L);
            free.countDown();
            until(() -> watchdog.hanging() == 0);
            // And it works.
            assertEquals("here", loop.ask(_ -> "here"));
        }
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        for (long waited = 0; !condition.getAsBoolean(); waited += 10) {
            assertTrue(waited < PATIENCE_MS, "it does not come");
            Thread.sleep(10);
        }
    }
}
