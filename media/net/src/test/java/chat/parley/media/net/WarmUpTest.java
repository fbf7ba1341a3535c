package chat.parley.media.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class WarmUpTest {
    @Test
    void it_ends_by_itself_and_is_played_once() throws InterruptedException {
        var played = new CountDownLatch(1);
        WarmUp.begin(played::countDown);
        assertTrue(played.await(30, TimeUnit.SECONDS));
        var again = new CountDownLatch(1);
        WarmUp.begin(again::countDown);
        assertEquals(0, again.getCount());
    }
}
