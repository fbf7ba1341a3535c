package chat.parley.edge.discord.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.bot.Application;
import chat.parley.testing.GatewayClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Each way in which the gateway ends a connection, provoked over a real socket; 4009 is with [CrowdTest], which moves
/// the clock, and 1012 with the crash tests.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CloseCodeTest {
    private static final int TOO_MANY_GUILDS = 2_501;
    private static final int MANY_SHARDS = 4_096;

    private final House house = new House();
    private final House.Person anna = house.person("anna");

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void an_opcode_that_does_not_exist_is_4001() {
        try (var client = signedIn()) {
            client.send(42, Map.of());
            assertEquals(4001, client.closeCode());
        }
    }

    @Test
    void what_cannot_be_read_is_4002() {
        for (String text : List.of("{", "[]", "\"hello\"", "{\"op\":\"one\"}", "{\"op\":2,\"d\":5}")) {
            try (var client = house.connect()) {
                client.sendText(text);
                assertEquals(4002, client.closeCode(), text);
            }
        }
    }

    @Test
    void anything_before_identifying_is_4003_and_a_second_time_4005() {
        try (var client = house.connect()) {
            client.send(3, Map.of("status", "dnd"));
            assertEquals(4003, client.closeCode());
        }
        try (var client = signedIn()) {
            client.send(2, Map.of("token", anna.token(), "properties", Map.of()));
            assertEquals(4005, client.closeCode());
        }
    }

    @Test
    void a_token_that_is_none_is_4004() {
        for (String token : List.of("none", "a.b.c", anna.token() + "x")) {
            try (var client = house.connect()) {
                client.send(2, Map.of("token", token, "properties", Map.of()));
                assertEquals(4004, client.closeCode(), token);
            }
        }
    }

    @Test
    void a_number_that_was_never_given_is_4007() {
        try (var client = house.connect()) {
            var ready = client.identify(anna.token()).path("d");
            try (var again = house.connect()) {
                again.resume(anna.token(), ready.path("session_id").asString(), 1_000);
                assertEquals(4007, again.closeCode());
            }
        }
    }

    @Test
    void more_than_120_payloads_in_a_minute_are_4008() {
        try (var client = signedIn()) {
            for (int i = 0; i < 130; i++) {
                client.send(3, Map.of("status", "online"));
            }
            assertEquals(4008, client.closeCode());
        } catch (RuntimeException closedWhileSending) {
            assertEquals(CompletionException.class, closedWhileSending.getClass());
        }
    }

    @Test
    void a_bot_in_too_many_guilds_for_its_shards_is_4011() {
        var bot = house.bot(anna, "everywhere");
        house.database.change("""
                insert into guilds (id, name, owner, afk_timeout_s, verification_level, default_notifications,
                        content_filter, locale, created_at)
                select n::bigint << 22, 'Guild ' || n, ?, 300, 0, 0, 0, 'en-US', now() from generate_series(1, ?) n""", anna.caller().id(), TOO_MANY_GUILDS);
        house.database.change(
                "insert into members (guild, user_id, joined_at) select n::bigint << 22, ?, now() from generate_series(1, ?) n",
                bot.caller().id(),
                TOO_MANY_GUILDS);
        try (var client = house.connect()) {
            client.send(2, Map.of("token", bot.token(), "intents", 1, "properties", Map.of()));
            assertEquals(4011, client.closeCode());
        }
        try (var client = house.connect()) {
            var shard = List.of(MANY_SHARDS - 1, MANY_SHARDS);
            client.send(2, Map.of("token", bot.token(), "intents", 1, "properties", Map.of(), "shard", shard));
            assertEquals(0, client.event("READY").path("d").path("guilds").size());
        }
    }

    @Test
    void another_version_is_4012() {
        try (var client =
                GatewayClient.connect(URI.create(house.address("").toString().replace("v=10", "v=6")))) {
            assertEquals(4012, client.closeCode());
        }
    }

    @Test
    void intents_that_do_not_exist_are_4013_and_those_not_granted_4014() {
        var bot = house.bot(anna, "curious");
        for (long intents : new long[] {1L << 30, 1L << 40, -1, 1 << 19}) {
            try (var client = house.connect()) {
                client.send(2, Map.of("token", bot.token(), "intents", intents, "properties", Map.of()));
                assertEquals(4013, client.closeCode(), Long.toString(intents));
            }
        }
        try (var client = house.connect()) {
            client.send(2, Map.of("token", bot.token(), "properties", Map.of()));
            assertEquals(4013, client.closeCode(), "a bot says what it wants");
        }
        var id = bot.caller().id();
        house.applications.change(anna.caller(), id, it -> it.opened(true, Application.Flags.SETTABLE));
        house.applications.change(anna.caller(), id, it -> it.opened(true, 0));
        for (int intents : new int[] {1 << 1, 1 << 8, 1 << 15}) {
            try (var client = house.connect()) {
                client.send(2, Map.of("token", bot.token(), "intents", intents, "properties", Map.of()));
                assertEquals(4014, client.closeCode(), Integer.toString(intents));
            }
        }
    }

    @Test
    void a_payload_beyond_its_bound_is_1009() {
        try (var client = signedIn()) {
            client.send(3, Map.of("status", "x".repeat(5_000)));
            assertEquals(1009, client.closeCode());
        }
    }

    private GatewayClient signedIn() {
        var client = house.connect();
        client.identify(anna.token());
        return client;
    }
}
