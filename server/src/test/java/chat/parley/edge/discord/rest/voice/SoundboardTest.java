package chat.parley.edge.discord.rest.voice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import chat.parley.voice.soundboard.DefaultSounds;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SoundboardTest {
    private static final byte[] DING = DefaultSounds.all().getFirst().file();

    private final TestServer server = TestServer.start();
    private final HttpCaller owner = server.caller().register("owner");
    private final HttpCaller member = server.caller().register("member");
    private final String memberId =
            member.get("/users/@me").expected().path("id").asString();
    private String guild = "";
    private String board = "";
    private String talk = "";

    @BeforeAll
    void community() {
        guild = owner.post("/guilds", Map.of("name", "Sounds"))
                .expected()
                .path("id")
                .asString();
        board = "/guilds/" + guild + "/soundboard-sounds";
        for (var it : owner.get("/guilds/" + guild + "/channels").expected()) {
            talk = it.path("type").asInt() == 2 ? it.path("id").asString() : talk;
        }
        String code = owner.post("/channels/" + talk + "/invites", Map.of())
                .expected()
                .path("code")
                .asString();
        member.post("/invites/" + code, Map.of()).expected();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void a_sound_is_made_found_changed_and_deleted_and_everybody_hears_of_it() throws Exception {
        try (var listening = GatewayClient.connect(server.gateway())) {
            listening.identify(member.token());
            var made = owner.post(board, sound("gong", DING)).expected();
            String id = made.path("sound_id").asString();
            assertEquals("🔔", made.path("emoji_name").asString());
            assertTrue(made.path("emoji_id").isNull() && made.path("available").asBoolean());
            assertEquals(
                    id,
                    listening
                            .event("GUILD_SOUNDBOARD_SOUND_CREATE")
                            .path("d")
                            .path("sound_id")
                            .asString());
            var file = file(id);
            assertEquals("audio/wav", file.headers().firstValue("Content-Type").orElse(""));
            assertArrayEquals(DING, file.body());
            assertEquals(1, member.get(board).expected().path("items").size());
            assertEquals(
                    403, member.patch(board + "/" + id, Map.of("name", "mine")).status());
            var changed = owner.patch(board + "/" + id, Map.of("name", "tam-tam", "volume", 0.25))
                    .expected();
            assertEquals(0.25, changed.path("volume").asDouble());
            assertEquals("🔔", changed.path("emoji_name").asString());
            listening.event("GUILD_SOUNDBOARD_SOUND_UPDATE");
            listening.send(31, Map.of("guild_ids", List.of(guild, "1")));
            var told = listening.event("SOUNDBOARD_SOUNDS").path("d");
            assertEquals(guild, told.path("guild_id").asString());
            assertEquals(
                    "tam-tam",
                    told.path("soundboard_sounds").path(0).path("name").asString());
            owner.delete(board + "/" + id).expected();
            assertEquals(
                    id,
                    listening
                            .event("GUILD_SOUNDBOARD_SOUND_DELETE")
                            .path("d")
                            .path("sound_id")
                            .asString());
            assertEquals(404, file(id).statusCode());
            assertEquals(10097, owner.get(board + "/" + id).code());
        }
    }

    @Test
    void who_is_in_the_channel_hears_a_sound_and_who_is_not_cannot_play_one() {
        String play = "/channels/" + talk + "/send-soundboard-sound";
        var standard = Map.of("sound_id", "1");
        assertEquals(8, member.get("/soundboard-default-sounds").expected().size());
        try (var inside = join(member)) {
            String own = owner.post(board, sound("own", DING))
                    .expected()
                    .path("sound_id")
                    .asString();
            assertEquals(40032, owner.post(play, standard).code(), "the owner is elsewhere");
            member.post(play, Map.of("sound_id", own)).expected();
            var heard = inside.event("VOICE_CHANNEL_EFFECT_SEND").path("d");
            assertEquals(own, heard.path("sound_id").asString());
            assertEquals(memberId, heard.path("user_id").asString());
            assertEquals(talk, heard.path("channel_id").asString());
            member.post(play, standard).expected();
            assertEquals(
                    "1",
                    inside.event("VOICE_CHANNEL_EFFECT_SEND")
                            .path("d")
                            .path("sound_id")
                            .asString());
            assertEquals(10097, member.post(play, Map.of("sound_id", "77")).code());
            owner.patch("/guilds/" + guild + "/members/" + memberId, Map.of("mute", true))
                    .expected();
            assertEquals(50013, member.post(play, standard).code(), "who is not heard plays no sounds");
            owner.patch("/guilds/" + guild + "/members/" + memberId, Map.of("mute", false))
                    .expected();
            owner.put("/channels/" + talk + "/permissions/" + guild, Map.of("type", 0, "deny", Long.toString(1L << 42)))
                    .expected();
            assertEquals(50013, member.post(play, standard).code());
            owner.delete("/channels/" + talk + "/permissions/" + guild).expected();
            owner.delete(board + "/" + own).expected();
        }
    }

    @Test
    void what_is_no_short_sound_is_refused() {
        assertEquals("SOUND_INVALID", reason(sound("text", "hello".getBytes(UTF_8))));
        assertEquals("SOUND_INVALID", reason(sound("cut", Arrays.copyOf(DING, 30))));
        assertEquals("BINARY_TYPE_MAX_SIZE", reason(sound("huge", new byte[600_000])));
        assertEquals("SOUND_TOO_LONG", reason(sound("long", silence(6))));
        var broken = new HashMap<>(sound("broken", DING));
        broken.put("sound", "data:audio/wav;base64,AB=C");
        assertEquals("BASE64_INVALID", reason(broken));
        var loud = new HashMap<>(sound("loud", DING));
        loud.put("volume", 2);
        assertEquals(50035, owner.post(board, loud).code());
        assertEquals(50035, owner.post(board, Map.of("name", "x")).code());
        assertEquals(0, owner.get(board).expected().path("items").size());
        assertFalse(owner.get("/guilds/" + guild).expected().has("soundboard_sounds"));
    }

    private String reason(Map<String, Object> body) {
        var answer = owner.post(board, body);
        assertEquals(50035, answer.code(), answer::toString);
        return answer.json()
                .path("errors")
                .path("sound")
                .path("_errors")
                .path(0)
                .path("code")
                .asString();
    }

    private static byte[] silence(int seconds) {
        byte[] file = Arrays.copyOf(DING, 44 + seconds * 48_000);
        int data = seconds * 48_000;
        for (int i = 0; i < 4; i++) {
            file[4 + i] = (byte) ((data + 36) >> (8 * i));
            file[40 + i] = (byte) (data >> (8 * i));
        }
        return file;
    }

    private static Map<String, Object> sound(String name, byte[] bytes) {
        String base64 = Base64.getEncoder().encodeToString(bytes);
        return Map.of("name", name, "sound", "data:audio/wav;base64," + base64, "emoji_name", "🔔");
    }

    private HttpResponse<byte[]> file(String id) throws Exception {
        var request = HttpRequest.newBuilder(server.http().resolve("/cdn/soundboard-sounds/" + id))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofByteArray());
        }
    }

    private GatewayClient join(HttpCaller who) {
        var gateway = GatewayClient.connect(server.gateway());
        gateway.identify(who.token());
        gateway.send(4, Map.of("guild_id", guild, "channel_id", talk, "self_mute", false, "self_deaf", false));
        JsonNode summons = gateway.event("VOICE_SERVER_UPDATE");
        assertFalse(summons.path("d").path("token").asString().isEmpty());
        return gateway;
    }
}
