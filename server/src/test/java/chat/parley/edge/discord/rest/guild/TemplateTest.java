package chat.parley.edge.discord.rest.guild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A guild becomes a template, and a template becomes a guild.
final class TemplateTest {
    private static final TestServer SERVER = TestServer.start();
    private static final HttpCaller OWNER = SERVER.caller().register("owner");
    private static final HttpCaller BOB = SERVER.caller().register("bob");
    private static final HttpCaller NOBODY = SERVER.caller();
    private static final String NONE = "/guilds/templates/AAAAAAAAAAAAAAAAAAAA";

    private String id = "";
    private String guild = "";

    @BeforeEach
    void found() {
        id = OWNER.post("/guilds", Map.of("name", "Testers"))
                .expected()
                .path("id")
                .asString();
        guild = "/guilds/" + id;
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void a_guild_made_from_a_template_has_the_same_roles_and_channels() {
        var keepers = Map.of("name", "Keepers", "permissions", "8208", "color", 255, "hoist", true);
        String role =
                OWNER.post(guild + "/roles", keepers).expected().path("id").asString();
        OWNER.patch(guild + "/roles/" + id, Map.of("permissions", "1024")).expected();
        String category = named(OWNER.get(guild + "/channels").expected(), "Text Channels")
                .path("id")
                .asString();
        String self = OWNER.get("/users/@me").expected().path("id").asString();
        var overwrites = List.of(
                Map.of("id", id, "type", 0, "deny", "1024", "allow", "0"),
                Map.of("id", role, "type", 0, "allow", "1024", "deny", "0"),
                Map.of("id", self, "type", 1, "allow", "2048", "deny", "0"));
        String shed = OWNER.post(
                        guild + "/channels",
                        Map.of(
                                "name",
                                "shed",
                                "topic",
                                "Tools",
                                "parent_id",
                                category,
                                "rate_limit_per_user",
                                5,
                                "permission_overwrites",
                                overwrites))
                .expected()
                .path("id")
                .asString();
        var questions = Map.of(
                "name", "questions", "type", 15, "available_tags", List.of(Map.of("name", "open", "emoji_name", "❓")));
        OWNER.post(guild + "/channels", questions).expected();
        OWNER.patch(guild, Map.of("system_channel_id", shed, "verification_level", 2, "description", "Of things"))
                .expected();
        var template = make();

        requireCopied(template);
    }

    private static void requireCopied(JsonNode template) {
        var answer = BOB.post(path(template), Map.of("name", "Mine"));
        assertEquals(201, answer.status(), answer.body());
        var made = answer.json();
        String other = made.path("id").asString();
        assertEquals("Mine", made.path("name").asString());
        assertEquals(2, made.path("verification_level").asInt());
        assertEquals("Of things", made.path("description").asString());
        assertEquals(
                BOB.get("/users/@me").expected().path("id").asString(),
                made.path("owner_id").asString());
        var roles = BOB.get("/guilds/" + other + "/roles").expected();
        assertEquals(2, roles.size());
        assertEquals("1024", named(roles, "@everyone").path("permissions").asString());
        var copied = named(roles, "Keepers");
        assertEquals("8208", copied.path("permissions").asString());
        assertEquals(255, copied.path("color").asInt());
        var channels = BOB.get("/guilds/" + other + "/channels").expected();
        assertEquals(6, channels.size());
        var tag = named(channels, "questions").path("available_tags").path(0);
        assertEquals("open", tag.path("name").asString());
        assertTrue(tag.path("id").asString().length() > 10);
        assertEquals(
                1, NOBODY.get(path(template)).expected().path("usage_count").asInt());
        requireShed(made, channels, copied);
    }

    private static void requireShed(JsonNode made, JsonNode channels, JsonNode copied) {
        String other = made.path("id").asString();
        var copy = named(channels, "shed");
        assertEquals(made.path("system_channel_id").asString(), copy.path("id").asString());
        assertEquals("Tools", copy.path("topic").asString());
        assertEquals(5, copy.path("rate_limit_per_user").asInt());
        assertEquals(
                named(channels, "Text Channels").path("id").asString(),
                copy.path("parent_id").asString());
        assertEquals(2, copy.path("permission_overwrites").size());
        for (var overwrite : copy.path("permission_overwrites")) {
            boolean everyone = overwrite.path("id").asString().equals(other);
            assertEquals(everyone ? "1024" : "0", overwrite.path("deny").asString());
            assertTrue(everyone
                    || overwrite.path("id").asString().equals(copied.path("id").asString()));
        }
        BOB.post("/channels/" + copy.path("id").asString() + "/messages", Map.of("content", "Here"))
                .expected();
    }

    @Test
    void anybody_who_knows_the_code_sees_what_is_in_it() {
        var template = make();
        var seen = NOBODY.get(path(template)).expected();
        var plan = seen.path("serialized_source_guild");
        assertEquals("Testers", plan.path("name").asString());
        assertEquals(0, plan.path("roles").path(0).path("id").asInt());
        assertEquals("@everyone", plan.path("roles").path(0).path("name").asString());
        assertEquals(4, plan.path("channels").size());
        var general = named(plan.path("channels"), "general");
        assertEquals(
                named(plan.path("channels"), "Text Channels").path("id").asString(),
                general.path("parent_id").asString());
        assertEquals(
                general.path("id").asString(), plan.path("system_channel_id").asString());
        assertEquals("owner", seen.path("creator").path("username").asString());
        assertEquals(id, seen.path("source_guild_id").asString());
        assertEquals(10_057, NOBODY.get(NONE).code());
        assertEquals(10_057, BOB.post(NONE, Map.of("name", "Mine")).code());
        assertEquals(401, NOBODY.post(path(template), Map.of("name", "Mine")).status());
        assertEquals(50_035, BOB.post(path(template), Map.of("name", "")).code());
        assertEquals(
                50_035,
                BOB.post(path(template), Map.of("name", "Mine", "icon", "data:image/png;base64,AAAA"))
                        .code());
        assertEquals(
                0, NOBODY.get(path(template)).expected().path("usage_count").asInt());
    }

    @Test
    void a_template_is_out_of_date_until_it_is_synchronised() {
        var template = make();
        String own = guild + "/templates/" + template.path("code").asString();
        assertTrue(template.path("is_dirty").isNull());
        OWNER.post(guild + "/channels", Map.of("name", "pond")).expected();
        var listed = OWNER.get(guild + "/templates").expected();
        assertEquals(1, listed.size());
        assertTrue(listed.path(0).path("is_dirty").asBoolean());
        assertEquals(
                4,
                listed.path(0).path("serialized_source_guild").path("channels").size());
        var synchronised = OWNER.put(own, Map.of()).expected();
        assertTrue(synchronised.path("is_dirty").isNull());
        assertEquals(
                5, synchronised.path("serialized_source_guild").path("channels").size());
        var renamed = OWNER.patch(own, Map.of("name", "Pond")).expected();
        assertEquals("Pond", renamed.path("name").asString());
        assertEquals("For tests", renamed.path("description").asString());
        assertEquals("Pond", OWNER.delete(own).expected().path("name").asString());
        assertEquals(10_057, NOBODY.get(path(template)).code());
        assertEquals(0, OWNER.get(guild + "/templates").expected().size());
    }

    @Test
    void only_managers_have_templates_and_one_for_each_guild() {
        var template = make();
        String own = guild + "/templates/" + template.path("code").asString();
        assertEquals(
                30_031, OWNER.post(guild + "/templates", Map.of("name", "More")).code());
        assertEquals(10_004, BOB.get(guild + "/templates").code());
        var general = named(OWNER.get(guild + "/channels").expected(), "general");
        String invite = OWNER.post("/channels/" + general.path("id").asString() + "/invites", Map.of())
                .expected()
                .path("code")
                .asString();
        BOB.post("/invites/" + invite, Map.of()).expected();
        assertEquals(50_013, BOB.get(guild + "/templates").code());
        assertEquals(
                50_013, BOB.post(guild + "/templates", Map.of("name", "Mine")).code());
        assertEquals(50_013, BOB.put(own, Map.of()).code());
        assertEquals(50_013, BOB.patch(own, Map.of("name", "Mine")).code());
        assertEquals(50_013, BOB.delete(own).code());
        var bobs = BOB.post("/guilds", Map.of("name", "Bob's")).expected();
        String foreign = "/guilds/" + bobs.path("id").asString() + "/templates";
        assertEquals(
                10_057,
                BOB.delete(foreign + "/" + template.path("code").asString()).code());
        assertEquals(50_035, BOB.post(foreign, Map.of("name", "x".repeat(101))).code());
        assertEquals(
                50_035,
                BOB.post(foreign, Map.of("name", "x", "description", "x".repeat(121)))
                        .code());
        assertEquals(50_035, BOB.post(foreign, Map.of()).code());
    }

    private JsonNode make() {
        return OWNER.post(guild + "/templates", Map.of("name", "Usual", "description", "For tests"))
                .expected();
    }

    private static String path(JsonNode template) {
        return "/guilds/templates/" + template.path("code").asString();
    }

    private static JsonNode named(JsonNode list, String name) {
        return list.valueStream()
                .filter(it -> it.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
