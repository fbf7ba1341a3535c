package chat.parley.edge.discord.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.HttpCaller;
import chat.parley.testing.HttpCaller.Answer;
import chat.parley.testing.TestServer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Guilds, roles, members and bans through the real server: paths, statuses, shapes and error codes as Discord's.
final class GuildRoutesTest {
    private static final TestServer SERVER = TestServer.start();
    private static final HttpCaller OWNER = SERVER.caller().register("owner");
    private static final HttpCaller BOB = SERVER.caller().register("bob");

    /// What Discord's OpenAPI document requires of each shape.
    private static final String GUILD_FIELDS = """
            id name icon description home_header splash discovery_splash features banner owner_id application_id region
            afk_channel_id afk_timeout system_channel_id system_channel_flags widget_enabled widget_channel_id
            verification_level roles default_message_notifications mfa_level explicit_content_filter max_presences
            max_members max_stage_video_channel_users max_video_channel_users vanity_url_code premium_tier
            premium_subscription_count preferred_locale rules_channel_id safety_alerts_channel_id
            public_updates_channel_id premium_progress_bar_enabled nsfw nsfw_level emojis stickers incidents_data""";

    private static final String ROLE_FIELDS =
            "id name permissions position color colors hoist managed mentionable icon unicode_emoji flags";
    private static final String MEMBER_FIELDS =
            "avatar banner communication_disabled_until flags joined_at nick pending"
                    + " premium_since roles user mute deaf";

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void a_guild_is_founded_shown_changed_and_deleted() {
        var founded = OWNER.post("/guilds", Map.of("name", "Analysts"));
        assertEquals(201, founded.status());
        assertFields(GUILD_FIELDS, founded.json());
        String guild = founded.json().path("id").asString();
        assertFields(ROLE_FIELDS, founded.json().path("roles").path(0));
        assertEquals(guild, founded.json().path("roles").path(0).path("id").asString());

        var counted = OWNER.get("/guilds/" + guild + "?with_counts=true").expected();
        assertEquals(1, counted.path("approximate_member_count").asInt());
        var mine = OWNER.get("/users/@me/guilds").expected();
        assertTrue(mine.valueStream().anyMatch(it -> it.path("id").asString().equals(guild)));

        var change = new HashMap<String, Object>(Map.of("name", "Engineers", "description", "d", "afk_timeout", 900));
        change.put("system_channel_id", null);
        var changed = OWNER.patch("/guilds/" + guild, change).expected();
        assertEquals("Engineers", changed.path("name").asString());
        assertTrue(changed.path("system_channel_id").isNull());
        assertEquals(900, changed.path("afk_timeout").asInt());
        assertEquals(
                "d",
                OWNER.patch("/guilds/" + guild, Map.of())
                        .expected()
                        .path("description")
                        .asString());

        assertEquals(204, OWNER.delete("/guilds/" + guild).status());
        assertError(404, 10004, OWNER.get("/guilds/" + guild));
    }

    @Test
    void wrong_bodies_name_their_fields_and_change_nothing() {
        var answer = OWNER.post("/guilds", Map.of("name", "x"));
        assertError(400, 50035, answer);
        assertEquals(
                "BASE_TYPE_BAD_LENGTH",
                answer.json().at("/errors/name/_errors/0/code").asString());
        String guild = guild();
        assertError(400, 50035, OWNER.patch("/guilds/" + guild, Map.of("afk_timeout", 61)));
        assertError(400, 50035, OWNER.patch("/guilds/" + guild, Map.of("name", List.of("x"))));
        assertError(400, 50109, OWNER.send("PATCH", "/guilds/" + guild, "{broken"));
        assertError(400, 50035, OWNER.get("/guilds/abc"));
        assertEquals(
                "Testers", OWNER.get("/guilds/" + guild).expected().path("name").asString());
    }

    @Test
    void nobody_gets_in_without_a_token_or_membership() {
        String guild = guild();
        assertEquals(401, SERVER.caller().get("/guilds/" + guild).status());
        for (var path : List.of("", "/roles", "/channels", "/members", "/bans", "/invites", "/members/@me")) {
            var answer = BOB.get("/guilds/" + guild + path);
            assertTrue(answer.status() == 404 || answer.status() == 400 || answer.status() == 405, path);
        }
        assertError(404, 10004, BOB.patch("/guilds/" + guild, Map.of("name", "Mine")));
        assertError(404, 10004, BOB.delete("/guilds/" + guild));
    }

    @Test
    void roles_are_made_changed_ordered_given_and_deleted() {
        String guild = guild();
        String roles = "/guilds/" + guild + "/roles";
        var made = OWNER.post(roles, Map.of("name", "Red", "color", 0xFF0000, "hoist", true, "permissions", "8"));
        assertEquals(200, made.status());
        assertFields(ROLE_FIELDS, made.json());
        assertEquals("8", made.json().path("permissions").asString());
        assertEquals(0xFF0000, made.json().at("/colors/primary_color").asInt());
        String red = made.json().path("id").asString();
        String blue = OWNER.post(roles, Map.of()).expected().path("id").asString();
        var ordered = OWNER.patch(roles, List.of(Map.of("id", red, "position", 1), Map.of("id", blue, "position", 2)))
                .expected();
        assertEquals(List.of(guild, red, blue), ids(ordered));
        assertEquals(
                "Green",
                OWNER.patch(roles + "/" + blue, Map.of("name", "Green"))
                        .expected()
                        .path("name")
                        .asString());
        assertEquals(200, OWNER.get(roles + "/" + blue).status());

        String me = join(guild, BOB);
        String mine = "/guilds/" + guild + "/members/" + me + "/roles/" + blue;
        assertError(403, 50013, BOB.put(mine, Map.of()));
        assertEquals(204, OWNER.put(mine, Map.of()).status());
        var member = OWNER.get("/guilds/" + guild + "/members/" + me).expected();
        assertFields(MEMBER_FIELDS, member);
        assertEquals(blue, member.path("roles").path(0).asString());
        assertEquals(204, OWNER.delete(mine).status());
        assertEquals(204, OWNER.delete(roles + "/" + blue).status());
        assertError(404, 10011, OWNER.delete(roles + "/" + blue));
    }

    @Test
    void members_are_listed_found_named_silenced_and_kicked() {
        String guild = guild();
        String bob = join(guild, BOB);
        String members = "/guilds/" + guild + "/members";
        assertEquals(2, OWNER.get(members + "?limit=10").expected().size());
        assertEquals(1, OWNER.get(members + "?limit=10&after=" + bob).expected().size() + 1);
        assertEquals(1, BOB.get(members + "/search?query=BO&limit=5").expected().size());
        assertError(400, 50035, OWNER.get(members + "?limit=1001"));

        assertEquals(
                "Bobby",
                BOB.patch(members + "/@me", Map.of("nick", "Bobby"))
                        .expected()
                        .path("nick")
                        .asString());
        assertError(403, 50013, BOB.patch(members + "/" + owner(), Map.of("nick", "x")));
        String until = "2099-01-01T00:00:00+00:00";
        assertError(400, 50035, OWNER.patch(members + "/" + bob, Map.of("communication_disabled_until", until)));
        assertError(400, 50035, OWNER.patch(members + "/" + bob, Map.of("communication_disabled_until", "soon")));
        assertEquals(200, BOB.get("/users/@me/guilds/" + guild + "/member").status());
        assertEquals(204, OWNER.delete(members + "/" + bob).status());
        assertError(404, 10007, OWNER.delete(members + "/" + bob));
        assertError(404, 10004, BOB.get(members));
    }

    @Test
    void bans_are_made_listed_shown_and_lifted() {
        String guild = guild();
        String bob = join(guild, BOB);
        String bans = "/guilds/" + guild + "/bans";
        assertError(403, 50013, BOB.put(bans + "/" + owner(), Map.of()));
        assertEquals(
                204,
                OWNER.put(bans + "/" + bob, Map.of("delete_message_days", 1)).status());
        var list = OWNER.get(bans).expected();
        assertEquals(bob, list.path(0).path("user").path("id").asString());
        assertTrue(list.path(0).path("reason").isNull());
        assertError(403, 40007, BOB.post("/invites/" + invite(guild), Map.of()));
        assertEquals(200, OWNER.get(bans + "/" + bob).status());
        assertEquals(204, OWNER.delete(bans + "/" + bob).status());
        assertError(404, 10026, OWNER.get(bans + "/" + bob));
        assertError(404, 10013, OWNER.put(bans + "/1", Map.of()));
        var many = OWNER.post("/guilds/" + guild + "/bulk-ban", Map.of("user_ids", List.of(bob, 1, owner())));
        assertEquals(List.of(bob), texts(many.expected().path("banned_users")));
        assertEquals(2, many.json().path("failed_users").size());
    }

    @Test
    void people_leave_and_owners_do_not() {
        String guild = guild();
        join(guild, BOB);
        assertEquals(204, BOB.delete("/users/@me/guilds/" + guild).status());
        assertError(403, 50013, OWNER.delete("/users/@me/guilds/" + guild));
        assertFalse(BOB.get("/users/@me/guilds").expected().toString().contains(guild));
    }

    private static String guild() {
        return OWNER.post("/guilds", Map.of("name", "Testers"))
                .expected()
                .path("id")
                .asString();
    }

    private static String owner() {
        return OWNER.get("/users/@me").expected().path("id").asString();
    }

    private static String invite(String guild) {
        String channel = OWNER.get("/guilds/" + guild + "/channels")
                .expected()
                .path(0)
                .path("id")
                .asString();
        return OWNER.post("/channels/" + channel + "/invites", Map.of())
                .expected()
                .path("code")
                .asString();
    }

    private static String join(String guild, HttpCaller person) {
        person.post("/invites/" + invite(guild), Map.of()).expected();
        return person.get("/users/@me").expected().path("id").asString();
    }

    private static List<String> ids(JsonNode list) {
        return list.valueStream().map(it -> it.path("id").asString()).toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static void assertFields(String names, JsonNode shape) {
        var missing =
                Arrays.stream(names.split("\\s+")).filter(it -> !shape.has(it)).toList();
        assertEquals(List.of(), missing, shape.toString());
    }

    private static void assertError(int status, int code, Answer answer) {
        assertEquals(status + " " + code, answer.status() + " " + answer.code(), answer.body());
    }
}
