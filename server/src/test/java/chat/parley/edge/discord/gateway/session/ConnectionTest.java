package chat.parley.edge.discord.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.gateway.wire.CloseCode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The rules of one connection, message by message, with time as a number.
final class ConnectionTest {
    private static final long HEARTBEAT = 30_000;
    private static final String IDENTIFY =
            "{\"op\":2,\"d\":{\"token\":\"x\",\"intents\":513,\"properties\":{\"os\":\"linux\"}}}";

    private final Connection connection = new Connection(HEARTBEAT, 0);

    @Test
    void what_cannot_be_read_closes_with_4002() {
        for (String bad : new String[] {
            "",
            "{",
            "[]",
            "null",
            "7",
            "\"x\"",
            "{}",
            "{\"op\":\"1\"}",
            "{\"op\":1.5}",
            "{\"op\":null}",
            "{\"op\":2,\"d\":null}",
            "{\"op\":2,\"d\":[]}",
            "{\"op\":2,\"d\":{}}",
            "{\"op\":2,\"d\":{\"token\":7}}",
            "{\"op\":6,\"d\":{\"token\":\"x\"}}",
            "{\"op\":1,\"d\":\"x\"}",
            "{\"op\":1,\"d\":{}}",
            "\uD800"
        }) {
            assertEquals(closing(CloseCode.DECODE_ERROR), new Connection(HEARTBEAT, 0).received(bytes(bad), 0), bad);
        }
        byte[] noUtf8 = {'{', '"', (byte) 0xFF, '"', ':', '1', '}'};
        assertEquals(closing(CloseCode.DECODE_ERROR), connection.received(noUtf8, 0));
    }

    @Test
    void opcodes_of_nobody_and_of_the_server_close_with_4001() {
        for (int op : new int[] {-1, 0, 7, 9, 10, 11, 12, 15, 38, 99, Integer.MAX_VALUE}) {
            var fresh = new Connection(HEARTBEAT, 0);
            assertEquals(closing(CloseCode.UNKNOWN_OPCODE), fresh.received(bytes("{\"op\":" + op + "}"), 0));
        }
    }

    @Test
    void before_identify_only_heartbeats_are_taken() {
        assertEquals(new Action.Beat(0), say("{\"op\":1,\"d\":null}"));
        assertEquals(closing(CloseCode.NOT_AUTHENTICATED), say("{\"op\":3,\"d\":{\"status\":\"dnd\"}}"));
    }

    @Test
    void identifying_twice_closes_with_4005() {
        assertInstanceOf(Action.SignIn.class, say(IDENTIFY));
        assertEquals(closing(CloseCode.ALREADY_AUTHENTICATED), say(IDENTIFY));
    }

    @Test
    void a_client_may_identify_after_its_session_was_not_found() {
        assertInstanceOf(Action.TakeUp.class, say("{\"op\":6,\"d\":{\"token\":\"x\",\"session_id\":\"y\",\"seq\":3}}"));
        connection.unknown(0);
        assertInstanceOf(Action.SignIn.class, say(IDENTIFY));
    }

    @Test
    void unknown_intents_and_shards_have_their_own_codes() {
        assertEquals(
                closing(CloseCode.INVALID_INTENTS),
                new Connection(HEARTBEAT, 0).received(bytes(IDENTIFY.replace("513", "1073741824")), 0));
        String sharded = IDENTIFY.replace("\"intents\"", "\"shard\":[2,2],\"intents\"");
        assertEquals(closing(CloseCode.INVALID_SHARD), say(sharded));
    }

    @Test
    void members_are_asked_for_by_numbers_or_strings() {
        say(IDENTIFY);
        connection.known();
        var byNumber = say("{\"op\":8,\"d\":{\"guild_id\":1300000000000000001,\"query\":\"\",\"limit\":0}}");
        var byText = say("{\"op\":8,\"d\":{\"guild_id\":[\"1300000000000000001\"],\"query\":\"\",\"limit\":0}}");
        assertEquals(byNumber, byText);
        assertEquals(
                1300000000000000001L,
                assertInstanceOf(Action.FindMembers.class, byNumber)
                        .wish()
                        .guild()
                        .value());
    }

    @Test
    void subscriptions_are_taken_and_passed_over() {
        say(IDENTIFY);
        connection.known();
        for (int op : new int[] {5, 14, 37}) {
            assertEquals(new Action.Rest(), say("{\"op\":" + op + ",\"d\":{\"guild_id\":1}}"));
        }
    }

    @Test
    void more_than_120_messages_a_minute_close_with_4008() {
        for (int i = 0; i < Limits.GATEWAY_MESSAGES_PER_MINUTE; i++) {
            assertEquals(new Action.Beat(0), say("{\"op\":1,\"d\":null}"));
        }
        assertEquals(closing(CloseCode.RATE_LIMITED), say("{\"op\":1,\"d\":null}"));
    }

    @Test
    void a_client_that_misses_two_heartbeats_is_dead() {
        say(IDENTIFY);
        connection.known();
        assertEquals(new Action.Rest(), connection.tick(2 * HEARTBEAT));
        assertEquals(new Action.Beat(0), connection.received(bytes("{\"op\":1,\"d\":null}"), 2 * HEARTBEAT));
        assertEquals(new Action.Rest(), connection.tick(4 * HEARTBEAT));
        assertEquals(closing(CloseCode.SESSION_TIMED_OUT), connection.tick(4 * HEARTBEAT + 5_001));
        assertEquals(new Action.Rest(), connection.tick(9 * HEARTBEAT), "a closed connection rests");
    }

    @Test
    void who_does_not_say_who_they_are_has_to_go() {
        assertEquals(new Action.Rest(), connection.tick(Limits.IDENTIFY_TIMEOUT_MS));
        assertEquals(closing(CloseCode.SESSION_TIMED_OUT), connection.tick(Limits.IDENTIFY_TIMEOUT_MS + 1));
    }

    /// Random bytes, and valid messages in which random bytes were changed.
    @Test
    void no_frame_makes_it_fail_otherwise_than_by_a_close_code() {
        var random = new Random(1);
        String[] valid = {
            IDENTIFY,
            "{\"op\":6,\"d\":{\"token\":\"x\",\"session_id\":\"y\",\"seq\":3}}",
            "{\"op\":8,\"d\":{\"guild_id\":\"13\",\"user_ids\":[\"1\",2],\"presences\":true,\"nonce\":\"n\"}}",
            "{\"op\":3,\"d\":{\"status\":\"idle\",\"activities\":[{\"name\":\"a\",\"type\":0}],\"afk\":false}}"
        };
        for (int i = 0; i < 20_000; i++) {
            var fresh = new Connection(HEARTBEAT, 0);
            if (random.nextBoolean()) {
                fresh.received(bytes(IDENTIFY), 0);
                fresh.known();
            }
            byte[] frame = bytes(valid[random.nextInt(valid.length)]);
            if (random.nextInt(4) == 0) {
                frame = new byte[random.nextInt(200)];
                random.nextBytes(frame);
            }
            for (int change = random.nextInt(4); change > 0 && frame.length > 0; change--) {
                frame[random.nextInt(frame.length)] = (byte) random.nextInt(256);
            }
            assertNotNull(fresh.received(frame, 0));
        }
    }

    private Action say(String json) {
        return connection.received(bytes(json), 0);
    }

    private static Action closing(CloseCode code) {
        return new Action.Close(code);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
