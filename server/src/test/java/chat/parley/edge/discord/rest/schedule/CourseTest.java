package chat.parley.edge.discord.rest.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.message.Deadline;
import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.MovingClock;
import chat.parley.testing.TestServer;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Events begin and end by themselves, on time and after a restart.
final class CourseTest {
    private final MovingClock clock = new MovingClock();
    private HttpCaller owner = new HttpCaller(URI.create("http://localhost"));
    private String all = "";

    @Test
    void an_event_begins_and_ends_when_its_time_comes() {
        try (var server = opened();
                var line = GatewayClient.connect(server.gateway())) {
            line.identify(owner.token());
            String id = plan("Fair", 20, 40, null);
            String next = plan("Later", 600, 700, null);
            assertEquals(1, status(line.event("GUILD_SCHEDULED_EVENT_CREATE")));
            clock.pass(Duration.ofSeconds(20));
            var begun = line.event("GUILD_SCHEDULED_EVENT_UPDATE");
            assertEquals(id, begun.path("d").path("id").asString());
            assertEquals(2, status(begun));
            clock.pass(Duration.ofSeconds(20));
            assertEquals(3, status(line.event("GUILD_SCHEDULED_EVENT_UPDATE")));
            assertEquals(next, owner.get(all).expected().path(0).path("id").asString());
            assertEquals(
                    0, line.pending().stream().filter(it -> status(it) == 3).count(), "told once");
        }
    }

    @Test
    void what_should_have_begun_while_nothing_ran_begins_at_the_start() {
        var first = opened();
        String begins = plan("Begins", 600, 36_000, null);
        String passes = plan("Passes", 600, 700, null);
        String again = plan("Again", 600, 700, Map.of("start", "2026-11-21T12:10:00Z", "frequency", 3));
        try (var server = first.restarted(() -> clock.pass(Duration.ofMinutes(30)))) {
            owner = server.caller().signIn("owner");
            Deadline.await(() -> statuses().equals(Map.of(begins, 2, again, 1)));
            assertEquals(10070, owner.get(all + "/" + passes).code());
            // It moves on after the first has begun, and its state is the same before and after.
            Deadline.await(() -> owner.get(all + "/" + again)
                    .expected()
                    .path("scheduled_start_time")
                    .asString()
                    .equals("2026-11-22T12:10:00.000000+00:00"));
        }
    }

    @Test
    void one_without_an_end_ends_after_half_a_day_and_one_whose_channel_is_deleted_is_called_off() {
        try (var server = opened()) {
            String guild = all.substring(0, all.lastIndexOf('/'));
            String voice = owner.post(guild + "/channels", Map.of("name", "talk", "type", 2))
                    .expected()
                    .path("id")
                    .asString();
            String stage = owner.post(guild + "/channels", Map.of("name", "stage", "type", 13))
                    .expected()
                    .path("id")
                    .asString();
            assertEquals(50035, owner.post(all, inside(voice, 1)).code());
            String open =
                    owner.post(all, inside(voice, 2)).expected().path("id").asString();
            String gone =
                    owner.post(all, inside(stage, 1)).expected().path("id").asString();
            owner.delete("/channels/" + stage).expected();
            Deadline.await(() -> owner.get(all + "/" + gone).code() == 10070);
            clock.pass(Duration.ofMinutes(10));
            Deadline.await(() -> statuses().equals(Map.of(open, 2)));
            clock.pass(Duration.ofHours(12));
            owner = server.caller().signIn("owner");
            Deadline.await(() -> statuses().isEmpty());
        }
    }

    private TestServer opened() {
        var server = TestServer.start(Map.of(), clock);
        owner = server.caller().register("owner");
        String guild = owner.post("/guilds", Map.of("name", "Plans"))
                .expected()
                .path("id")
                .asString();
        all = "/guilds/" + guild + "/scheduled-events";
        return server;
    }

    private Map<String, Integer> statuses() {
        var statuses = new HashMap<String, Integer>();
        owner.get(all)
                .expected()
                .forEach(it ->
                        statuses.put(it.path("id").asString(), it.path("status").asInt()));
        return statuses;
    }

    private String plan(String name, int fromS, int toS, @Nullable Object rule) {
        var plan = new HashMap<String, Object>(Map.of(
                "name", name, "entity_type", 3, "privacy_level", 2, "entity_metadata", Map.of("location", "Here")));
        plan.put("scheduled_start_time", clock.instant().plus(Duration.ofSeconds(fromS)));
        plan.put("scheduled_end_time", clock.instant().plus(Duration.ofSeconds(toS)));
        plan.put("recurrence_rule", rule);
        return owner.post(all, plan).expected().path("id").asString();
    }

    private Map<String, Object> inside(String channel, int kind) {
        return Map.of(
                "name",
                "Inside",
                "entity_type",
                kind,
                "privacy_level",
                2,
                "channel_id",
                channel,
                "scheduled_start_time",
                clock.instant().plus(Duration.ofMinutes(10)));
    }

    private static int status(JsonNode frame) {
        return frame.path("d").path("status").asInt();
    }
}
