package chat.parley.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.media.codec.Codec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// To be woken costs more than what is done at a tick: so ticks come with datagrams, and are rare when nobody speaks.
final class TickTest {
    private static final long LATEST = 24 * Call.MS;
    private static final long CALM = 104 * Call.MS;

    private final Call call = new Call(3);
    private final Peer speaker = call.join("room", 10_001, (_, _) -> {});
    private final List<Output.Event> told = new ArrayList<>();
    private long number;

    @Test
    void a_datagram_brings_the_tick_along() {
        call.engine.publish(speaker.id, "0", Codec.OPUS, List.of());
        say(200);
        assertEquals(call.now + LATEST, timeout(), "a tick is later when nothing comes");
        say(19);
        assertEquals(call.now + LATEST, timeout(), "and sooner with a datagram");
        say(10);
        assertEquals(call.now + LATEST - 10 * Call.MS, timeout(), "but not as often as datagrams come");
    }

    @Test
    void who_says_nothing_is_seldom_looked_at() {
        call.engine.publish(speaker.id, "0", Codec.OPUS, List.of());
        say(200);
        call.run(2_000);
        long ticked = timeout() - CALM;
        call.now = ticked + 50 * Call.MS;
        assertEquals(ticked + CALM, timeout(), "fifty times a second was enough while it spoke");
        say(0);
        assertEquals(call.now + LATEST, timeout(), "with the first word all is as before");
    }

    @Test
    void who_breaks_a_silence_makes_no_tick_overdue() {
        call.engine.publish(speaker.id, "0", Codec.OPUS, List.of());
        call.run(2_000);
        long ticked = timeout() - CALM;
        call.now = ticked + 90 * Call.MS;
        told.clear();
        say(0);
        assertEquals(call.now + LATEST, timeout());
        assertEquals(List.of(), told, "the word leaves before anybody is told of it, which is done at ticks");
        call.now += LATEST;
        call.engine.advance(call.now);
        timeout();
        assertEquals(List.of(new Output.Event.Began(speaker.id, "0")), told);
    }

    /// A word, so many milliseconds later.
    private void say(long millis) {
        call.now += millis * Call.MS;
        byte[] word = speaker.media(Codec.OPUS, "0", "", 1001, 7_000 + ++number, new byte[] {1, 2, 3, 4});
        call.engine.handle(word, 0, word.length, speaker.address, call.now);
        call.engine.advance(call.now);
    }

    private long timeout() {
        while (true) {
            switch (call.engine.poll()) {
                case Output.Timeout it -> {
                    return it.atNanos();
                }
                case Output.Event it -> told.add(it);
                case Output.Transmit _ -> {}
            }
        }
    }
}
