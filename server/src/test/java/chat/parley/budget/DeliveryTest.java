package chat.parley.budget;

import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.BotHome;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What it costs to tell many clients of one message, in garbage and in bytes.
final class DeliveryTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int CLIENTS_EACH = 40;
    private static final int MESSAGES = 200;

    @Test
    void a_delivery_makes_little_garbage_and_few_bytes() throws IOException {
        try (var home = new BotHome(Map.of());
                var crowd = new Crowd()) {
            for (var person : new String[] {home.anna.token(), home.ben.token(), home.carla.token()}) {
                for (int i = 0; i < CLIENTS_EACH; i++) {
                    crowd.connect(home.server.http().getPort(), person, "");
                }
            }
            int clients = 3 * CLIENTS_EACH;
            say(home, crowd, clients, "warm");
            long loops = garbage("loop");
            long fanout = garbage("fanout");
            long bytes = say(home, crowd, clients, "told");
            long deliveries = (long) clients * MESSAGES;
            // The loops also read the requests; the frames themselves leave nothing.
            assertAtMost(90, (garbage("loop") - loops) / deliveries, "bytes of garbage for a delivery");
            assertAtMost(
                    20_000, (garbage("fanout") - fanout) / MESSAGES, "bytes of garbage for putting an event in words");
            assertAtMost(1_100, bytes / deliveries, "bytes on the wire for a delivery");
        }
    }

    private static void assertAtMost(long most, long actual, String what) {
        assertTrue(actual > 0 && actual <= most, () -> actual + " " + what + ", budget " + most);
    }

    private static long say(BotHome home, Crowd crowd, int clients, String what) throws IOException {
        for (int i = 0; i < MESSAGES; i++) {
            home.anna
                    .post("/channels/" + home.general + "/messages", Map.of("content", what + " " + i + "."))
                    .expected();
        }
        return crowd.await(what + " " + (MESSAGES - 1) + ".", clients);
    }

    private static long garbage(String thread) {
        long[] ids = Arrays.stream(THREADS.getAllThreadIds())
                .filter(it -> {
                    var info = THREADS.getThreadInfo(it);
                    return info != null && info.getThreadName().startsWith(thread);
                })
                .toArray();
        return LongStream.of(THREADS.getThreadAllocatedBytes(ids)).sum();
    }
}
