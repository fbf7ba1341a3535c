package chat.parley.voice.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CallRecordingTest {
    private static final int LOOKS_MAX = 200;
    private static final long LOOK_MS = 50;

    private final TestServer server = TestServer.start();
    private final HttpCaller ann = server.caller().register("ann");
    private final HttpCaller ben = server.caller().register("ben");
    private final Place place = Place.of(ann);

    @BeforeAll
    void open() {
        place.invite(ann, ben);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void it_begins_when_all_agree_and_each_voice_and_the_mix_can_be_heard_afterwards() throws Exception {
        try (var first = new Talker(server, ann, place.guild(), place.channel());
                var second = new Talker(server, ben, place.guild(), place.channel())) {
            assertEquals(204, ann.post(place.path(), Map.of()).status());
            assertEquals(1, second.told("asked").path("waiting").size());
            assertEquals(409, ann.post(place.path(), Map.of()).status());
            second.consent(true);
            assertTrue(first.told("running").path("since").asLong() > 0);
            first.talk(60);
            second.talk(30);
            assertEquals(204, ben.post(place.path() + "/stop", Map.of()).status());
            second.told("ended");
        }
        var recording = place.finished(ann);
        assertEquals(2, recording.path("user_ids").size());
        assertEquals(3, recording.path("files").size(), recording::toString);
        var mix = recording.path("files").path(0);
        assertEquals("mix", mix.path("source").asString());
        for (var file : recording.path("files")) {
            assertTrue(file.path("duration_ms").asLong() > 500, file::toString);
            byte[] bytes = Place.bytes(file);
            assertEquals(file.path("size").asInt(), bytes.length);
            assertEquals('O', bytes[0]);
        }
        assertEquals(recording.path("id"), place.newest(ben).path("id"));
        String one = place.path() + "/" + recording.path("id").asString();
        assertEquals(403, ben.delete(one).status());
        assertEquals(204, ann.delete(one).status());
        assertEquals(404, ann.delete(one).status());
        var log = logged(1_003, 1_002, 1_001, 1_004);
        assertEquals(
                place.channel(), log.path(3).path("options").path("channel_id").asString());
    }

    @Test
    void who_was_there_first_and_does_not_agree_calls_it_off() throws Exception {
        try (var first = new Talker(server, ann, place.guild(), place.channel());
                var second = new Talker(server, ben, place.guild(), place.channel())) {
            ann.post(place.path(), Map.of()).expected();
            second.told("asked");
            second.consent(false);
            first.told("called_off");
        }
        logged(1_005);
        assertEquals(404, ann.post(place.path() + "/stop", Map.of()).status());
    }

    @Test
    void who_comes_later_agrees_or_leaves() throws Exception {
        try (var first = new Talker(server, ann, place.guild(), place.channel())) {
            ann.post(place.path(), Map.of()).expected();
            first.told("running");
            try (var second = new Talker(server, ben, place.guild(), place.channel())) {
                assertEquals(1, second.told("running").path("waiting").size());
                second.consent(false);
                assertEquals(4014, second.closeCode());
            }
            ann.post(place.path() + "/stop", Map.of()).expected();
            first.told("ended");
        }
        assertEquals(1, place.finished(ann).path("user_ids").size());
    }

    @Test
    void who_takes_consent_back_ends_it_and_the_log_tells() throws Exception {
        try (var first = new Talker(server, ann, place.guild(), place.channel());
                var second = new Talker(server, ben, place.guild(), place.channel())) {
            ann.post(place.path(), Map.of()).expected();
            second.told("asked");
            second.consent(true);
            second.told("running");
            second.consent(false);
            first.told("ended");
        }
        var log = logged(1_006, 1_001, 1_004);
        String id = ben.get("/users/@me").expected().path("id").asString();
        assertEquals(id, log.path(0).path("user_id").asString());
    }

    /// The newest entries, which are written after people were told.
    private JsonNode logged(Integer... kinds) throws InterruptedException {
        var wanted = List.of(kinds);
        var log = newest(wanted.size());
        for (int look = 0; look < LOOKS_MAX && !kinds(log).equals(wanted); look++) {
            Thread.sleep(LOOK_MS);
            log = newest(wanted.size());
        }
        assertEquals(wanted, kinds(log), log.toString());
        return log;
    }

    private JsonNode newest(int most) {
        return ann.get("/guilds/" + place.guild() + "/audit-logs?limit=" + most)
                .expected()
                .path("audit_log_entries");
    }

    private static List<Integer> kinds(JsonNode log) {
        return log.valueStream().map(it -> it.path("action_type").asInt()).toList();
    }

    @Test
    void only_who_manages_the_channel_and_sits_in_it_may_ask() throws Exception {
        assertEquals(403, ben.post(place.path(), Map.of()).status());
        assertEquals(400, ann.post(place.path(), Map.of()).status());
        assertEquals(404, ann.post(place.path() + "/stop", Map.of()).status());
        assertEquals(404, ann.delete(place.path() + "/1").status());
    }
}
