package chat.parley.edge.discord.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.testing.GatewayClient;
import chat.parley.testing.MovingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Bots that divide their guilds among connections, and how often they may begin.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ShardTest {
    private static final int INTENTS = 1 | 1 << 1 | 1 << 9 | 1 << 15;
    private static final int SHARDS = 3;

    private final House house = new House();
    private final House.Person anna = house.person("anna");

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void each_guild_is_served_by_exactly_its_shard() throws InterruptedException {
        var bot = house.bot(anna, "divided");
        var guilds = new ArrayList<GuildId>();
        for (int i = 0; i < 6; i++) {
            // Ids that are made in one millisecond would all belong to one shard.
            Thread.sleep(2);
            var guild = house.guild(anna, "Shard " + i);
            house.join(bot, guild);
            guilds.add(guild);
        }
        var shards = new ArrayList<GatewayClient>();
        var seen = new HashSet<String>();
        for (int i = 0; i < SHARDS; i++) {
            var client = house.connect();
            shards.add(client);
            identify(client, bot, i, SHARDS);
            var ready = client.event("READY").path("d");
            assertEquals(List.of(i, SHARDS), numbers(ready.path("shard")));
            for (var guild : ready.path("guilds")) {
                long id = Long.parseLong(guild.path("id").asString());
                assertEquals(i, (id >>> 22) % SHARDS);
                assertTrue(seen.add(guild.path("id").asString()));
                client.event("GUILD_CREATE");
            }
        }
        assertEquals(Set.copyOf(guilds.stream().map(GuildId::text).toList()), seen);
        for (var guild : guilds) {
            house.post(anna, house.general(guild), "for one");
            var at = shards.get((int) ((guild.value() >>> 22) % SHARDS));
            assertEquals(
                    guild.text(),
                    at.event("MESSAGE_CREATE").path("d").path("guild_id").asString());
        }
        var late = house.guild(anna, "Late");
        house.join(bot, late);
        var told = shards.remove((int) ((late.value() >>> 22) % SHARDS));
        assertEquals(
                late.text(), told.event("GUILD_CREATE").path("d").path("id").asString());
        for (var other : shards) {
            other.heartbeat(null);
            other.op(11);
            assertFalse(other.pending().stream()
                    .anyMatch(it -> it.path("t").asString("").equals("GUILD_CREATE")));
        }
    }

    @Test
    void conversations_are_told_to_the_first_shard_alone() {
        var bot = house.bot(anna, "confidant");
        var guild = house.guild(anna, "Café");
        house.join(bot, guild);
        try (var first = house.connect();
                var second = house.connect()) {
            var clients = List.of(first, second);
            for (int i = 0; i < 2; i++) {
                clients.get(i)
                        .send(
                                2,
                                Map.of(
                                        "token",
                                        bot.token(),
                                        "intents",
                                        INTENTS | 1 << 12,
                                        "properties",
                                        Map.of(),
                                        "shard",
                                        List.of(i, 2)));
                clients.get(i).event("READY");
            }
            // Ids of both parities.
            for (int i = 0; i < 4; i++) {
                var friend = house.person("friend" + i);
                house.join(friend, guild);
                var talk =
                        house.conversations.with(friend.caller(), bot.caller().id());
                house.post(friend, new ChannelId(talk.id().value()), "between us " + i);
                var heard = first.event("MESSAGE_CREATE").path("d");
                assertEquals("between us " + i, heard.path("content").asString());
                assertFalse(heard.has("guild_id"));
            }
            second.heartbeat(null);
            second.op(11);
            assertFalse(second.pending().stream().anyMatch(it -> !it.path("d").has("guild_id")));
        }
    }

    @Test
    void a_shard_that_cannot_be_closes_with_4010() {
        var bot = house.bot(anna, "wrong");
        for (var shard : List.of(List.of(3, 3), List.of(-1, 2), List.of(0), List.of(0, 1, 2), List.of("a", "b"))) {
            try (var client = house.connect()) {
                client.send(2, Map.of("token", bot.token(), "intents", 1, "properties", Map.of(), "shard", shard));
                assertEquals(4010, client.closeCode(), shard.toString());
            }
        }
    }

    @Test
    void a_bot_begins_once_in_five_seconds_in_each_row_of_shards() {
        var clock = new MovingClock();
        try (var other = new House(clock, 100)) {
            var owner = other.person("owner");
            var bot = other.bot(owner, "eager");
            try (var first = other.connect();
                    var second = other.connect();
                    var neighbour = other.connect()) {
                identify(first, bot, 0, 32);
                first.event("READY");
                identify(neighbour, bot, 1, 32);
                neighbour.event("READY");
                identify(second, bot, 16, 32);
                assertFalse(second.op(9).path("d").asBoolean(true));
                clock.pass(Duration.ofSeconds(5));
                identify(second, bot, 16, 32);
                second.event("READY");
            }
        }
    }

    @Test
    void members_are_found_by_every_option() {
        var bot = house.bot(anna, "seeker");
        var guild = house.guild(anna, "Crowd");
        house.join(bot, guild);
        var ben = house.person("benjamin");
        house.join(ben, guild);
        house.join(house.person("bea"), guild);
        try (var client = house.connect()) {
            identify(client, bot, 0, 1);
            client.event("GUILD_CREATE");
            long id = guild.value();
            var all = ask(client, Map.of("guild_id", id, "query", "", "limit", 0, "nonce", "n1"));
            assertEquals(4, all.path("members").size());
            assertEquals("n1", all.path("nonce").asString());
            assertEquals(0, all.path("chunk_index").asInt());
            assertEquals(1, all.path("chunk_count").asInt());
            assertFalse(all.has("presences"));
            assertEquals(
                    2,
                    ask(client, Map.of("guild_id", id, "query", "BE", "limit", 9))
                            .path("members")
                            .size());
            assertEquals(
                    1,
                    ask(client, Map.of("guild_id", id, "query", "be", "limit", 1))
                            .path("members")
                            .size());
            var named = ask(
                    client,
                    Map.of("guild_id", id, "user_ids", List.of(ben.caller().id().text(), "1"), "limit", 0));
            assertEquals(1, named.path("members").size());
            assertEquals("1", named.path("not_found").path(0).asString());
            assertEquals(
                    0,
                    ask(client, Map.of("guild_id", id, "query", "nobody", "limit", 0))
                            .path("members")
                            .size());
        }
    }

    private static JsonNode ask(GatewayClient client, Map<String, Object> wish) {
        client.send(8, wish);
        return client.event("GUILD_MEMBERS_CHUNK").path("d");
    }

    private static void identify(GatewayClient client, House.Person bot, int shard, int total) {
        client.send(
                2,
                Map.of(
                        "token",
                        bot.token(),
                        "intents",
                        INTENTS,
                        "properties",
                        Map.of(),
                        "shard",
                        List.of(shard, total)));
    }

    private static List<Integer> numbers(JsonNode array) {
        return array.valueStream().map(JsonNode::asInt).toList();
    }
}
