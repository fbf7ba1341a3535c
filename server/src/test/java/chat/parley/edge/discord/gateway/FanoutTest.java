package chat.parley.edge.discord.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Every event goes to those who may see it at that moment, to all of them and to nobody else.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FanoutTest {
    private final House house = new House();
    private final House.Person owner = house.person("owner");

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void joining_and_leaving_while_connected_tell_the_whole_guild_and_its_end() {
        var first = house.guild(owner, "First");
        var late = house.person("late");
        try (var client = house.connect();
                var watching = house.connect()) {
            watching.identify(owner.token());
            assertEquals(
                    0, client.identify(late.token()).path("d").path("guilds").size());
            house.join(late, first);
            var created = client.event("GUILD_CREATE").path("d");
            assertEquals(first.text(), created.path("id").asString());
            assertEquals(2, created.path("members").size());
            assertEquals(
                    "late",
                    watching.event("GUILD_MEMBER_ADD")
                            .path("d")
                            .path("user")
                            .path("username")
                            .asString());
            house.membership.kick(owner.caller(), first, late.caller().id());
            assertEquals(
                    first.text(),
                    client.event("GUILD_DELETE").path("d").path("id").asString());
            watching.event("GUILD_MEMBER_REMOVE");
            house.post(owner, house.general(first), "without them");
            watching.event("MESSAGE_CREATE");
            assertEquals(
                    0,
                    client.pending().stream()
                            .filter(it -> it.path("t").asString("").equals("MESSAGE_CREATE"))
                            .count());
        }
    }

    @Test
    void a_bot_hears_what_its_intents_say_and_content_only_with_that_intent() {
        var guild = house.guild(owner, "Works");
        var general = house.general(guild);
        var bot = house.bot(owner, "worker");
        house.join(bot, guild);
        try (var client = house.connect()) {
            int guildsAndMessages = 1 | 1 << 9;
            client.send(
                    2, Map.of("token", bot.token(), "intents", guildsAndMessages, "properties", Map.of("os", "linux")));
            var ready = client.event("READY").path("d");
            assertTrue(ready.path("guilds").path(0).path("unavailable").asBoolean());
            assertEquals(
                    bot.caller().id().text(),
                    ready.path("application").path("id").asString());
            var created = client.event("GUILD_CREATE").path("d");
            assertEquals(1, created.path("members").size(), "itself");
            house.post(owner, general, "a secret");
            var blank = client.event("MESSAGE_CREATE").path("d");
            assertEquals("", blank.path("content").asString());
            house.post(owner, general, "for <@" + bot.caller().id() + ">");
            assertTrue(client.event("MESSAGE_CREATE")
                    .path("d")
                    .path("content")
                    .asString()
                    .startsWith("for"));
            client.send(
                    8,
                    Map.of(
                            "guild_id",
                            guild.value(),
                            "user_ids",
                            List.of(owner.caller().id().text(), "42")));
            var chunk = client.event("GUILD_MEMBERS_CHUNK").path("d");
            assertEquals(1, chunk.path("members").size());
            assertEquals("42", chunk.path("not_found").path(0).asString());
            assertEquals(1, chunk.path("chunk_count").asInt());
        }
    }
}
