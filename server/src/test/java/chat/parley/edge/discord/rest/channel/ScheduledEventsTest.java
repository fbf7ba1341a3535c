package chat.parley.edge.discord.rest.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScheduledEventsTest {
    private final TestServer server = TestServer.start();
    private final HttpCaller owner = server.caller().register("owner");
    private final HttpCaller ann = server.caller().register("ann");
    private String at = "";

    @BeforeAll
    void open() {
        String guild = owner.post("/guilds", Map.of("name", "Plans"))
                .expected()
                .path("id")
                .asString();
        at = "/guilds/" + guild + "/scheduled-events";
        var channels = owner.get("/guilds/" + guild + "/channels").expected();
        String channel = "";
        for (var it : channels) {
            channel = it.path("type").asInt() == 0 ? it.path("id").asString() : channel;
        }
        var invite = owner.post("/channels/" + channel + "/invites", Map.of()).expected();
        ann.post("/invites/" + invite.path("code").asString(), Map.of()).expected();
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void an_event_is_planned_begins_and_ends() {
        try (var line = GatewayClient.connect(server.gateway())) {
            line.identify(ann.token());
            var event = owner.post(at, plan("Fair")).expected();
            assertEquals(1, event.path("status").asInt());
            assertEquals(
                    "Market square",
                    event.path("entity_metadata").path("location").asString());
            String id = event.path("id").asString();
            assertEquals(
                    id,
                    line.event("GUILD_SCHEDULED_EVENT_CREATE")
                            .path("d")
                            .path("id")
                            .asString());
            ann.put(at + "/" + id + "/users/@me", Map.of()).expected();
            assertEquals(
                    id,
                    line.event("GUILD_SCHEDULED_EVENT_USER_ADD")
                            .path("d")
                            .path("guild_scheduled_event_id")
                            .asString());
            assertEquals(
                    1,
                    owner.get(at + "?with_user_count=true")
                            .expected()
                            .get(0)
                            .path("user_count")
                            .asInt());
            assertEquals(1, owner.get(at + "/" + id + "/users").expected().size());
            assertEquals(50035, owner.patch(at + "/" + id, Map.of("status", 3)).code());
            assertEquals(
                    2,
                    owner.patch(at + "/" + id, Map.of("status", 2))
                            .expected()
                            .path("status")
                            .asInt());
            assertEquals(
                    3,
                    owner.patch(at + "/" + id, Map.of("status", 3))
                            .expected()
                            .path("status")
                            .asInt());
            assertEquals(0, owner.get(at).expected().size());
        }
    }

    @Test
    void only_its_maker_and_who_manages_events_change_one() {
        String own = ann.post(at, plan("Picnic")).expected().path("id").asString();
        String others = owner.post(at, plan("Parade")).expected().path("id").asString();
        assertEquals(
                "Walk",
                ann.patch(at + "/" + own, Map.of("name", "Walk"))
                        .expected()
                        .path("name")
                        .asString());
        assertEquals(50013, ann.patch(at + "/" + others, Map.of("name", "Mine")).code());
        assertEquals(50013, ann.delete(at + "/" + others).code());
        assertEquals(204, owner.delete(at + "/" + own).status());
        assertEquals(10070, ann.get(at + "/" + own).code());
        owner.delete(at + "/" + others);
    }

    @Test
    void what_is_planned_for_the_past_or_nowhere_is_refused() {
        var past = Map.of(
                "name",
                "x",
                "entity_type",
                3,
                "privacy_level",
                2,
                "scheduled_start_time",
                "2001-01-01T00:00:00Z",
                "scheduled_end_time",
                "2002-01-01T00:00:00Z",
                "entity_metadata",
                Map.of("location", "x"));
        assertEquals(50035, owner.post(at, past).code());
        var nowhere = Map.of("name", "x", "entity_type", 2, "privacy_level", 2, "scheduled_start_time", later(1));
        assertTrue(owner.post(at, nowhere).json().path("errors").has("channel_id"));
        var empty = owner.post(at, Map.of());
        assertTrue(empty.json().path("errors").has("name"));
    }

    @Test
    void a_preview_tells_the_counts_and_the_regions_are_listed() {
        String guild = at.substring("/guilds/".length(), at.length() - "/scheduled-events".length());
        var preview = ann.get("/guilds/" + guild + "/preview").expected();
        assertEquals(2, preview.path("approximate_member_count").asInt());
        assertTrue(preview.has("emojis"));
        assertEquals(
                404,
                server.caller()
                        .register("stranger")
                        .get("/guilds/" + guild + "/preview")
                        .status());
        assertEquals(
                "automatic",
                ann.get("/voice/regions").expected().get(0).path("id").asString());
    }

    private static Map<String, Object> plan(String name) {
        return Map.of(
                "name",
                name,
                "entity_type",
                3,
                "privacy_level",
                2,
                "scheduled_start_time",
                later(1),
                "scheduled_end_time",
                later(2),
                "entity_metadata",
                Map.of("location", "Market square"));
    }

    private static String later(int hours) {
        return Instant.now().plusSeconds(3_600L * hours).toString();
    }
}
