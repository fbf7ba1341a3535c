package chat.parley.edge.discord.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.id.GuildId;
import chat.parley.base.limit.Limits;
import chat.parley.testing.GatewayClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// A guild above the large threshold comes with few of its members; the others come when they are asked for.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LargeGuildTest {
    private static final int CROWD = 1_005;
    private static final int MEMBERS = 1 << 1;
    private static final int PRESENCES = 1 << 8;
    private static final int MESSAGES = 1 << 9;

    private final House house = new House();
    private final House.Person anna = house.person("anna");
    private final GuildId guild = house.guild(anna, "Stadium");
    private final List<House.Person> guests = new ArrayList<>();
    private final House.Person loud = house.person("loud");

    LargeGuildTest() {
        house.join(loud, guild);
        for (int i = 0; i < CROWD; i++) {
            var guest = house.person("guest" + i);
            guests.add(guest);
            house.join(guest, guild);
        }
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void above_the_threshold_only_those_online_come_along() {
        var bot = joined("counter");
        try (var online = house.connect();
                var client = house.connect()) {
            online.identify(loud.token());
            while (!house.presences.of(loud.caller().id()).online()) {
                Thread.onSpinWait();
            }
            var picture = picture(client, bot, 1 | PRESENCES | MESSAGES, 250);
            assertTrue(picture.path("large").asBoolean());
            assertEquals(
                    house.guilds.snapshot(guild).members().size(),
                    picture.path("member_count").asInt());
            var shown = ids(picture.path("members"));
            assertTrue(shown.contains(bot.caller().id().text()), "itself");
            assertTrue(shown.contains(loud.caller().id().text()), "who is online");
            assertTrue(shown.size() < 10, "and nobody who is away");
            var away = house.person("stranger");
            house.join(away, guild);
            house.post(away, house.general(guild), "hello");
            var author = client.event("MESSAGE_CREATE").path("d");
            assertEquals("stranger", author.path("author").path("username").asString());
            assertTrue(author.path("member").has("joined_at"), "a message brings its author's member");
        }
    }

    @Test
    void below_the_threshold_everybody_does() {
        var bot = house.bot(anna, "small");
        var few = house.guild(anna, "Kitchen");
        house.join(bot, few);
        house.join(loud, few);
        try (var client = house.connect()) {
            var picture = picture(client, bot, 1 | PRESENCES, 50);
            assertFalse(picture.path("large").asBoolean());
            assertEquals(3, picture.path("members").size());
        }
    }

    @Test
    void who_knew_everybody_goes_on_hearing_of_them_when_it_grows_above() {
        var town = house.guild(anna, "Town");
        guests.subList(0, Limits.LARGE_GUILD_MEMBERS - 1).forEach(it -> house.join(it, town));
        try (var client = house.connect();
                var known = house.connect();
                var unknown = house.connect()) {
            client.identify(anna.token());
            var newcomer = guests.get(Limits.LARGE_GUILD_MEMBERS);
            house.join(newcomer, town);
            client.event("GUILD_MEMBER_ADD");
            unknown.identify(newcomer.token());
            known.identify(guests.getFirst().token());
            var heard = new HashSet<String>();
            while (heard.add(client.event("PRESENCE_UPDATE")
                            .path("d")
                            .path("user")
                            .path("id")
                            .asString())
                    && !heard.contains(guests.getFirst().caller().id().text())) {
                assertFalse(heard.contains(newcomer.caller().id().text()), "who came when it was large");
            }
        }
    }

    @Test
    void all_members_come_in_chunks_of_a_thousand() {
        var bot = joined("lister");
        try (var client = house.connect()) {
            picture(client, bot, 1 | MEMBERS, 50);
            client.send(8, Map.of("guild_id", guild.value(), "query", "", "limit", 0, "nonce", "all"));
            var seen = new HashSet<String>();
            for (int i = 0; i < 2; i++) {
                var chunk = client.event("GUILD_MEMBERS_CHUNK").path("d");
                assertEquals(i, chunk.path("chunk_index").asInt());
                assertEquals(2, chunk.path("chunk_count").asInt());
                assertEquals("all", chunk.path("nonce").asString());
                var ids = ids(chunk.path("members"));
                assertTrue(ids.size() <= 1_000);
                assertTrue(seen.stream().noneMatch(ids::contains), "nobody comes twice");
                seen.addAll(ids);
            }
            assertEquals(house.guilds.snapshot(guild).members().size(), seen.size());
        }
    }

    @Test
    void without_the_intent_nobody_lists_them() {
        var bot = joined("blind");
        try (var client = house.connect()) {
            picture(client, bot, 1, 50);
            client.send(8, Map.of("guild_id", guild.text(), "query", "", "limit", 0));
            assertEquals(
                    0,
                    client.event("GUILD_MEMBERS_CHUNK")
                            .path("d")
                            .path("members")
                            .size());
            client.send(
                    8,
                    Map.of(
                            "guild_id",
                            guild.text(),
                            "user_ids",
                            List.of(loud.caller().id().text())));
            assertEquals(
                    1,
                    client.event("GUILD_MEMBERS_CHUNK")
                            .path("d")
                            .path("members")
                            .size());
        }
    }

    private House.Person joined(String name) {
        var bot = house.bot(anna, name);
        house.join(bot, guild);
        return bot;
    }

    private static JsonNode picture(GatewayClient client, House.Person bot, int intents, int threshold) {
        client.send(
                2,
                Map.of("token", bot.token(), "intents", intents, "properties", Map.of(), "large_threshold", threshold));
        return client.event("GUILD_CREATE").path("d");
    }

    private static Set<String> ids(JsonNode members) {
        return members.valueStream()
                .map(it -> it.path("user").path("id").asString())
                .collect(Collectors.toSet());
    }
}
