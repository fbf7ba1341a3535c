package chat.parley.base.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.testing.MovingClock;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private final MovingClock clock = new MovingClock();
    private final RateLimits limits = new RateLimits(clock, RateLimits.Settings.standard());

    @Test
    void the_sixth_sign_in_of_a_minute_is_refused() {
        for (int i = 4; i >= 0; i--) {
            assertEquals(i, limits.signIn("192.0.2.1").remaining());
        }
        clock.pass(Duration.ofSeconds(10));
        var sixth = limits.signIn("192.0.2.1");
        assertFalse(sixth.allowed());
        assertEquals(2_000, sixth.resetAfterMs());
        assertEquals(clock.millis() + 2_000, sixth.resetAtMs());
        assertTrue(limits.signIn("192.0.2.2").allowed());
        clock.pass(Duration.ofSeconds(2));
        assertTrue(limits.signIn("192.0.2.1").allowed());
        assertFalse(limits.signIn("192.0.2.1").allowed(), "one came back, not all");
    }

    @Test
    void a_refused_use_does_not_prolong_the_wait() {
        for (int i = 0; i < 100; i++) {
            limits.signIn("192.0.2.1");
        }
        clock.pass(Duration.ofMinutes(1));
        assertTrue(limits.signIn("192.0.2.1").allowed());
    }

    @Test
    void messages_are_counted_by_person_and_channel() {
        var somebody = new UserId(1);
        for (int i = 0; i < 10; i++) {
            assertTrue(limits.message(somebody, new ChannelId(1)).allowed());
        }
        assertFalse(limits.message(somebody, new ChannelId(1)).allowed());
        assertTrue(limits.message(somebody, new ChannelId(2)).allowed());
        assertTrue(limits.message(new UserId(2), new ChannelId(1)).allowed());
        clock.pass(Duration.ofSeconds(10));
        assertTrue(limits.message(somebody, new ChannelId(1)).allowed());
    }

    @Test
    void a_person_has_fifty_requests_a_second() {
        for (int i = 0; i < 50; i++) {
            limits.request(new UserId(1)).orRefuse(true);
        }
        var refused =
                assertThrows(Refused.class, () -> limits.request(new UserId(1)).orRefuse(true));
        assertEquals(new Refusal.TooOften(20, true), refused.refusal());
    }

    @Test
    void a_bot_begins_a_thousand_sessions_a_day_and_asking_costs_none() {
        var bot = new UserId(1);
        assertEquals(1_000, limits.starts(bot).remaining());
        assertEquals(RateLimits.Start.GRANTED, limits.start(bot, 0));
        assertEquals(RateLimits.Start.TOO_SOON, limits.start(bot, 0));
        assertEquals(RateLimits.Start.TOO_SOON, limits.start(bot, 16));
        assertEquals(999, limits.starts(bot).remaining());
        for (int i = 1; i < 1_000; i++) {
            clock.pass(Duration.ofSeconds(5));
            assertEquals(RateLimits.Start.GRANTED, limits.start(bot, 0));
        }
        assertEquals(0, limits.starts(bot).remaining());
        assertEquals(RateLimits.Start.NO_MORE_TODAY, limits.start(bot, 1));
        clock.pass(Duration.ofDays(1));
        assertEquals(1_000, limits.starts(bot).remaining());
        assertEquals(RateLimits.Start.GRANTED, limits.start(bot, 0));
    }

    @Test
    void the_addresses_of_one_ipv6_network_are_one() {
        for (int i = 0; i < 5; i++) {
            assertTrue(limits.signIn("2001:db8:1:2::" + i).allowed());
        }
        assertFalse(limits.signIn("2001:db8:1:2:ffff::1").allowed());
        assertTrue(limits.signIn("2001:db8:1:3::1").allowed());
    }

    @Test
    void routes_have_limits_of_their_own_and_none_when_they_are_off() {
        for (int i = 0; i < 10; i++) {
            assertTrue(allowed("PUT /a", 1, "channel 1"));
        }
        assertFalse(allowed("PUT /a", 1, "channel 1"));
        assertTrue(allowed("PUT /a", 1, "channel 2"));
        assertTrue(allowed("PUT /a", 2, "channel 1"));
        assertTrue(allowed("DELETE /a", 1, "channel 1"));
        var off = new RateLimits(clock, new RateLimits.Settings(1, 1, 1, 1, 1, 1, false));
        assertNull(off.use(RateRule.REACT, "PUT /a", new UserId(1), ""));
    }

    private boolean allowed(String route, long who, String where) {
        return Objects.requireNonNull(limits.use(RateRule.REACT, route, new UserId(who), where))
                .allowed();
    }

    @Test
    void a_clock_that_was_set_back_locks_nobody_out() {
        var windows = new Windows(clock, 1, 1_000, 16);
        assertTrue(windows.take("a").allowed());
        clock.pass(Duration.ofDays(-1));
        assertTrue(windows.take("a").allowed());
    }

    @Test
    void memory_is_bounded_however_many_come() {
        var windows = new Windows(clock, 5, 60_000, 1_600);
        for (int i = 0; i < 100_000; i++) {
            windows.take("10.0." + i);
        }
        assertTrue(windows.keys() <= 1_600, "kept " + windows.keys());
        clock.pass(Duration.ofMinutes(1));
        for (int i = 0; i < 1_000; i++) {
            windows.take("10.1." + i);
        }
        assertTrue(windows.keys() <= 1_000, "closed windows go: " + windows.keys());
        var buckets = new Buckets(clock, 5, 60_000, 1_600);
        for (int i = 0; i < 100_000; i++) {
            buckets.take("10.0." + i);
        }
        assertTrue(buckets.keys() <= 1_600, "kept " + buckets.keys());
        clock.pass(Duration.ofMinutes(1));
        for (int i = 0; i < 1_000; i++) {
            buckets.take("10.1." + i);
        }
        assertTrue(buckets.keys() <= 1_000, "full buckets go: " + buckets.keys());
    }
}
