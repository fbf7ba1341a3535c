package chat.parley.edge.discord.rest.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.message.Deadline;
import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScheduledEventsTest {
    private static final String PIXEL = "data:image/png;base64,"
            + "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final TestServer server = TestServer.start();
    private final HttpCaller owner = server.caller().register("owner");
    private final HttpCaller ann = server.caller().register("ann");
    private String at = "";
    private String invite = "";

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
        this.invite = invite.path("code").asString();
        ann.post("/invites/" + this.invite, Map.of()).expected();
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
    void recurrence_that_cannot_be_is_refused_with_the_field_named() {
        refused("recurrence_rule.frequency", Map.of("start", later(1)));
        refused("recurrence_rule.start", Map.of("frequency", 2));
        refused("recurrence_rule.interval", rule(3, Map.of("interval", 2)));
        refused("recurrence_rule.by_weekday", rule(3, Map.of("by_weekday", List.of(0, 3))));
        refused("recurrence_rule.by_weekday", rule(2, Map.of("by_weekday", List.of(0, 7))));
        refused("recurrence_rule.by_weekday", rule(1, Map.of("by_weekday", List.of(0))));
        refused("recurrence_rule.by_n_weekday.0.n", rule(1, Map.of("by_n_weekday", List.of(Map.of("n", 6, "day", 1)))));
        refused("recurrence_rule.by_month", rule(0, Map.of("by_month", List.of(2))));
        refused("recurrence_rule.count", rule(2, Map.of("count", 4)));
    }

    private void refused(String field, Map<String, Object> rule) {
        var plan = new HashMap<>(plan("Often"));
        plan.put("recurrence_rule", rule);
        var answer = owner.post(at, plan);
        assertEquals(50035, answer.code(), field);
        var errors = answer.json().path("errors");
        for (String part : field.split("\\.", -1)) {
            errors = errors.path(part);
        }
        assertTrue(errors.has("_errors"), field + ": " + answer.body());
    }

    private static Map<String, Object> rule(int frequency, Map<String, Object> more) {
        var rule = new HashMap<String, Object>(Map.of("start", later(1), "frequency", frequency));
        rule.putAll(more);
        return rule;
    }

    @Test
    void a_cover_is_kept_and_served_and_nothing_else_than_a_picture_is() {
        var plan = new HashMap<>(plan("Show"));
        plan.put("image", PIXEL);
        var event = owner.post(at, plan).expected();
        String hash = event.path("image").asString();
        String cover = "//cdn/guild-events/" + event.path("id").asString() + "/" + hash + ".png";
        assertEquals(200, owner.get(cover).status());
        String one = at + "/" + event.path("id").asString();
        assertEquals(
                50035,
                owner.patch(one, Map.of("image", "data:image/png;base64,AAAA")).code());
        assertEquals(50013, ann.patch(one, Map.of("image", PIXEL)).code());
        assertTrue(owner.patch(one, Collections.singletonMap("image", null))
                .expected()
                .path("image")
                .isNull());
        owner.delete(one).expected();
    }

    @Test
    void who_is_interested_is_counted_listed_and_forgotten_when_they_leave() {
        var carl = server.caller().register("carl");
        String id = owner.post(at, plan("Walk")).expected().path("id").asString();
        String one = at + "/" + id;
        assertEquals(10004, carl.put(one + "/users/@me", Map.of()).code());
        carl.post("/invites/" + invite, Map.of()).expected();
        carl.put(one + "/users/@me", Map.of()).expected();
        ann.put(one + "/users/@me", Map.of()).expected();
        ann.put(one + "/users/@me", Map.of()).expected();
        assertEquals(
                2,
                owner.get(one + "/users/counts")
                        .expected()
                        .path("guild_scheduled_event_count")
                        .asInt());
        var page = owner.get(one + "/users?limit=1&with_member=true").expected();
        assertEquals(
                "ann", page.path(0).path("member").path("user").path("username").asString());
        String annId = page.path(0).path("user_id").asString();
        assertEquals(1, owner.get(one + "/users?after=" + annId).expected().size());
        assertEquals(0, owner.get(one + "/users?before=" + annId).expected().size());
        String guild = at.split("/", -1)[2];
        assertEquals(
                1,
                carl.get("/users/@me/scheduled-events?guild_ids=" + guild)
                        .expected()
                        .size());
        carl.delete("/users/@me/guilds/" + guild).expected();
        Deadline.await(() -> owner.get(one + "/users").expected().size() == 1);
        owner.delete(one).expected();
    }

    @Test
    void the_audit_log_tells_who_planned_and_changed_what() {
        String id = owner.post(at, plan("Feast")).expected().path("id").asString();
        owner.because("rain")
                .patch(at + "/" + id, Map.of("name", "Feast inside"))
                .expected();
        owner.delete(at + "/" + id).expected();
        var log = owner.get("/guilds/" + at.split("/", -1)[2] + "/audit-logs")
                .expected()
                .path("audit_log_entries")
                .valueStream()
                .filter(it -> it.path("target_id").asString().equals(id))
                .toList();
        assertEquals(
                List.of(102, 101, 100),
                log.stream().map(it -> it.path("action_type").asInt()).toList());
        assertEquals("rain", log.get(1).path("reason").asString());
        assertEquals("name", log.get(1).path("changes").path(0).path("key").asString());
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
