package chat.parley.media.ice;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.stun.Integrity;
import chat.parley.media.stun.StunMessage;
import chat.parley.media.stun.StunWriter;
import chat.parley.media.wire.Address;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class IceLiteTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Address HOME = Address.v4(0x7f00_0001, 5000);
    private static final Address MOBILE = Address.v4(0x7f00_0002, 6000);

    private final Credentials credentials = Credentials.random(new Random(1));
    private final Integrity integrity = new Integrity(credentials.password());
    private final IceLite ice = new IceLite(credentials, 0);

    @Test
    void a_check_is_answered_with_the_address_that_it_came_from() {
        var answer = ask(check(), HOME, 0);
        assertEquals(StunMessage.SUCCESS, answer.type());
        assertEquals(HOME, answer.mappedAddress());
        assertTrue(answer.isFrom(integrity));
        assertEquals(HOME, ice.chosen());
    }

    @Test
    void a_stranger_gets_no_answer_and_changes_nothing() {
        byte[] wrongPassword = check().signed(new Integrity("a".repeat(22)));
        byte[] wrongName = new StunWriter(StunMessage.REQUEST, new byte[12])
                .username("else:me")
                .priority(1)
                .signed(integrity);
        byte[] unsigned = check().plain();
        byte[] nameless =
                new StunWriter(StunMessage.REQUEST, new byte[12]).priority(1).signed(integrity);
        for (byte[] bytes : new byte[][] {wrongPassword, wrongName, unsigned, nameless}) {
            assertNull(answer(bytes, HOME, 0));
        }
        assertNull(ice.chosen());
        assertFalse(ice.knows(HOME));
    }

    @Test
    void the_nominated_address_wins_and_a_later_nomination_moves_the_call() {
        ask(check(), HOME, 0);
        ask(check().useCandidate(), MOBILE, 1);
        assertEquals(MOBILE, ice.chosen());
        ask(check(), HOME, 2);
        assertEquals(MOBILE, ice.chosen());
        ask(check().useCandidate(), HOME, 3);
        assertEquals(HOME, ice.chosen());
    }

    @Test
    void consent_lasts_thirty_seconds_from_the_last_check_of_the_path_in_use() {
        assertEquals(30 * SECOND, ice.consentUntil());
        ask(check().useCandidate(), HOME, 5 * SECOND);
        assertEquals(35 * SECOND, ice.consentUntil());
        ask(check(), MOBILE, 20 * SECOND);
        assertEquals(35 * SECOND, ice.consentUntil());
        ask(check(), HOME, 21 * SECOND);
        assertEquals(51 * SECOND, ice.consentUntil());
    }

    @Test
    void a_peer_that_wants_to_be_controlled_and_an_unknown_demand_are_refused() {
        byte[] controlled = check().signed(integrity);
        var writer = new StunWriter(StunMessage.REQUEST, new byte[12])
                .username(credentials.fragment() + ":peer")
                .priority(1)
                .controlled(1);
        assertEquals(
                487, requireNonNull(answer(writer.signed(integrity), HOME, 0)).errorCode());
        assertEquals(
                StunMessage.SUCCESS, requireNonNull(answer(controlled, HOME, 0)).type());
        var noPriority = new StunWriter(StunMessage.REQUEST, new byte[12]).username(credentials.fragment() + ":peer");
        assertEquals(
                400,
                requireNonNull(answer(noPriority.signed(integrity), HOME, 0)).errorCode());
        byte[] unknown = check().demand(0x0033).signed(integrity);
        assertEquals(420, requireNonNull(answer(unknown, HOME, 0)).errorCode());
    }

    @Test
    void many_paths_forget_the_silent_ones_but_never_the_one_in_use() {
        ask(check().useCandidate(), HOME, 0);
        for (int port = 1; port < 100; port++) {
            ask(check(), Address.v4(1, port), port);
        }
        assertEquals(HOME, ice.chosen());
        assertTrue(ice.knows(HOME));
        assertTrue(ice.knows(Address.v4(1, 99)));
        assertFalse(ice.knows(Address.v4(1, 1)));
    }

    @Test
    void credentials_are_ice_characters_and_differ() {
        var random = new Random(2);
        assertNotEquals(Credentials.random(random), Credentials.random(random));
        assertThrows(IllegalArgumentException.class, () -> new Credentials("a b!", "x".repeat(22)));
        assertThrows(IllegalArgumentException.class, () -> new Credentials("abcd", "short"));
    }

    private StunWriter check() {
        return new StunWriter(StunMessage.REQUEST, new byte[12])
                .username(credentials.fragment() + ":peer")
                .priority(1)
                .controlling(1);
    }

    private StunMessage ask(StunWriter check, Address source, long now) {
        return requireNonNull(answer(check.signed(integrity), source, now));
    }

    private @Nullable StunMessage answer(byte[] bytes, Address source, long now) {
        byte[] answer = ice.answer(requireNonNull(StunMessage.read(bytes, 0, bytes.length)), source, now);
        return answer == null ? null : StunMessage.read(answer, 0, answer.length);
    }
}
