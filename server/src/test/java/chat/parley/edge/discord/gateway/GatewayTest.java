package chat.parley.edge.discord.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What a person's client and a bot meet, over real sockets.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GatewayTest {
    private final House house = new House();
    private final House.Person anna = house.person("anna");
    private final House.Person ben = house.person("ben");

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void a_person_is_told_everything_at_once_and_then_hears_what_is_posted() {
        var guild = house.guild(anna, "Garden");
        var general = house.general(guild);
        house.join(ben, guild);
        try (var client = house.connect()) {
            assertEquals(
                    41_250, client.op(10).path("d").path("heartbeat_interval").asInt());
            var ready = client.identify(ben.token()).path("d");
            var told = ready.path("guilds")
                    .valueStream()
                    .filter(it -> it.path("id").asString().equals(guild.text()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(2, told.path("members").size());
            assertFalse(told.path("unavailable").asBoolean(true));
            assertEquals(4, told.path("channels").size());
            assertTrue(ready.path("read_state").path("entries").size() > 0);
            var posted = house.post(anna, general, "hello");
            var event = client.event("MESSAGE_CREATE");
            assertEquals(posted.id().text(), event.path("d").path("id").asString());
            assertEquals("hello", event.path("d").path("content").asString());
            assertEquals(guild.text(), event.path("d").path("guild_id").asString());
        }
    }
}
