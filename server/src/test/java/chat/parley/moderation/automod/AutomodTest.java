package chat.parley.moderation.automod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.HttpCaller.Answer;
import chat.parley.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Rules through the real server: what they block, tell and do, and who they leave alone.
final class AutomodTest {
    private static final TestServer SERVER = TestServer.start();
    private static final HttpCaller OWNER = SERVER.caller().register("owner");
    private static final HttpCaller BOB = SERVER.caller().register("bob");
    private static final String BOB_ID = text(BOB.get("/users/@me").expected(), "id");

    private final String guild =
            text(OWNER.post("/guilds", Map.of("name", "Quiet")).expected(), "id");
    private final String channel = OWNER.get("/guilds/" + guild + "/channels")
            .expected()
            .valueStream()
            .filter(it -> it.path("type").asInt() == 0)
            .map(it -> text(it, "id"))
            .findFirst()
            .orElseThrow();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void a_blocked_message_is_refused_with_the_rules_words_and_its_author_alone_is_meant() {
        join();
        keywords(List.of("swear*"), action(1, Map.of("custom_message", "Mind your tongue.")));
        var refused = say(BOB, "I SWEAR");
        assertEquals(400, refused.status());
        assertEquals(200000, refused.code());
        assertEquals("Mind your tongue.", text(refused.json(), "message"));
        assertEquals(200, say(BOB, "I promise").status());
        assertEquals(200, say(OWNER, "I swear").status());
    }

    @Test
    void a_text_is_tried_on_every_kind_of_rule_and_nothing_comes_of_it() {
        join();
        keywords(List.of("swear*"), action(1, Map.of()));
        assertEquals(List.of("swear*"), tried(Map.of("content", "I SWEARED")));
        assertEquals(List.of(), tried(Map.of("content", "I promise")));
        assertEquals(List.of("l[iı]nk+"), tried(draft(1, Map.of("regex_patterns", List.of("l[iı]nk+")), "linkkk")));
        assertEquals(List.of("bad.example"), tried(draft(2, Map.of(), "see https://bad.example/x")));
        assertEquals(
                List.of(), tried(draft(2, Map.of("allow_list", List.of("bad.example")), "see https://bad.example/x")));
        assertEquals(List.of(""), tried(draft(3, Map.of(), "buy now\nbuy now\nBuy  now\nbuy now")));
        assertEquals(List.of(), tried(draft(3, Map.of(), "buy now")));
        assertEquals(
                1,
                tried(draft(4, Map.of("presets", List.of(1)), "what the fuck")).size());
        assertEquals(List.of(""), tried(draft(5, Map.of("mention_total_limit", 1), "<@1> <@2>")));
        assertEquals(List.of("ad*"), tried(draft(6, Map.of("keyword_filter", List.of("ad*")), "admin")));
        assertEquals(50035, OWNER.post(trial(), Map.of("content", "")).code());
        assertEquals(50035, OWNER.post(trial(), draft(9, Map.of(), "x")).code());
        assertEquals(
                50035,
                OWNER.post(trial(), Map.of("content", "x", "rule", Map.of())).code());
        assertEquals(
                50035,
                OWNER.post(trial(), draft(1, Map.of("regex_patterns", List.of("(")), "x"))
                        .code());
        assertEquals(50013, BOB.post(trial(), Map.of("content", "x")).code());
    }

    private static Map<String, Object> draft(int kind, Map<String, Object> metadata, String text) {
        return Map.of("content", text, "rule", Map.of("trigger_type", kind, "trigger_metadata", metadata));
    }

    private List<String> tried(Map<String, Object> body) {
        return OWNER.post(trial(), body)
                .expected()
                .path("hits")
                .valueStream()
                .map(it -> text(it, "matched_keyword"))
                .toList();
    }

    private String trial() {
        return "/guilds/" + guild + "/auto-moderation/test";
    }

    @Test
    void an_edit_is_judged_like_a_post() {
        join();
        keywords(List.of("swear"), action(1, Map.of()));
        String id = text(say(BOB, "nice").expected(), "id");
        assertEquals(
                200000,
                BOB.patch("/channels/" + channel + "/messages/" + id, Map.of("content", "swear"))
                        .code());
    }

    @Test
    void rules_are_made_changed_listed_and_deleted_by_those_who_manage_the_guild() {
        join();
        var made = keywords(List.of("one"), action(1, Map.of()));
        assertEquals(1, made.path("trigger_type").asInt());
        assertEquals(1, made.path("event_type").asInt());
        assertEquals(
                "one",
                made.path("trigger_metadata").path("keyword_filter").path(0).asString());
        assertTrue(made.path("enabled").asBoolean());
        String path = rules() + "/" + text(made, "id");
        assertEquals("Two", text(OWNER.patch(path, Map.of("name", "Two")).expected(), "name"));
        assertEquals(1, OWNER.get(rules()).expected().size());
        assertEquals(
                text(made, "id"),
                text(
                        OWNER.get("/guilds/" + guild + "/audit-logs")
                                .expected()
                                .path("auto_moderation_rules")
                                .path(0),
                        "id"));
        assertEquals(50013, BOB.get(rules()).code());
        assertEquals(50013, BOB.delete(path).code());
        assertEquals(204, OWNER.delete(path).status());
        assertEquals(404, OWNER.get(path).status());
        var log = OWNER.get("/guilds/" + guild + "/audit-logs").expected().path("audit_log_entries");
        assertEquals(
                List.of(142, 141, 140),
                log.valueStream()
                        .map(it -> it.path("action_type").asInt())
                        .limit(3)
                        .toList());
        assertEquals(200, say(BOB, "one").status());
    }

    @Test
    void a_rule_that_is_off_and_exempt_roles_and_channels_let_everything_through() {
        join();
        var made = keywords(List.of("swear"), action(1, Map.of()));
        String path = rules() + "/" + text(made, "id");
        OWNER.patch(path, Map.of("exempt_channels", List.of(channel))).expected();
        assertEquals(200, say(BOB, "swear").status());
        OWNER.patch(path, Map.of("exempt_channels", List.of())).expected();
        assertEquals(400, say(BOB, "swear").status());
        String role = text(
                OWNER.post("/guilds/" + guild + "/roles", Map.of("name", "vip")).expected(), "id");
        OWNER.put("/guilds/" + guild + "/members/" + BOB_ID + "/roles/" + role, Map.of());
        OWNER.patch(path, Map.of("exempt_roles", List.of(role))).expected();
        assertEquals(200, say(BOB, "swear").status());
        OWNER.patch(path, Map.of("enabled", false, "exempt_roles", List.of())).expected();
        assertEquals(200, say(BOB, "swear").status());
    }

    @Test
    void an_alert_a_timeout_and_their_events_follow() {
        join();
        String alerts = text(
                OWNER.post("/guilds/" + guild + "/channels", Map.of("name", "alerts", "type", 0))
                        .expected(),
                "id");
        keywords(List.of("swear"), action(2, Map.of("channel_id", alerts)), action(3, Map.of("duration_seconds", 600)));
        try (var owner = GatewayClient.connect(SERVER.gateway())) {
            owner.identify(token("owner"));
            String id = text(say(BOB, "I swear").expected(), "id");
            var first = owner.event("AUTO_MODERATION_ACTION_EXECUTION").path("d");
            assertEquals(id, text(first, "message_id"));
            assertEquals("I swear", text(first, "content"));
            assertEquals("swear", text(first, "matched_keyword"));
            assertEquals(BOB_ID, text(first, "user_id"));
            String alert = text(first, "alert_system_message_id");
            assertEquals(
                    3,
                    owner.event("AUTO_MODERATION_ACTION_EXECUTION")
                            .path("d")
                            .path("action")
                            .path("type")
                            .asInt());
            var told = OWNER.get("/channels/" + alerts + "/messages/" + alert).expected();
            assertEquals(24, told.path("type").asInt());
            assertEquals("auto_moderation_message", text(told.path("embeds").path(0), "type"));
            var member = OWNER.get("/guilds/" + guild + "/members/" + BOB_ID).expected();
            assertFalse(member.path("communication_disabled_until").isNull());
            assertEquals(403, say(BOB, "hello?").status());
        }
    }

    @Test
    void links_mentions_and_repetition_have_rules_of_their_own() {
        join();
        rule(2, Map.of("allow_list", List.of("example.org")), action(1, Map.of()));
        assertEquals(200, say(BOB, "see https://www.example.org/x").status());
        assertEquals(400, say(BOB, "see https://example.org.evil.net/x").status());
        assertEquals(400, say(BOB, "see HTTP://user@evil.net:80").status());
        rule(5, Map.of("mention_total_limit", 2), action(1, Map.of()));
        assertEquals(200, say(BOB, "<@1> <@2>").status());
        assertEquals(400, say(BOB, "<@1> <@2> <@3>").status());
        assertEquals(400, say(BOB, "<@1> ".repeat(3) + "<@&2> <@3>").status());
        assertEquals(200, say(BOB, "<@1> ".repeat(700)).status());
        rule(3, Map.of(), action(1, Map.of()));
        for (int i = 0; i < 3; i++) {
            assertEquals(200, say(BOB, "buy now").status());
        }
        assertEquals(400, say(BOB, "Buy  now").status());
    }

    @Test
    void a_preset_brings_its_own_words() {
        join();
        rule(4, Map.of("presets", List.of(1), "allow_list", List.of("damn")), action(1, Map.of()));
        assertEquals(400, say(BOB, "what a load of bullshit").status());
        assertEquals(200, say(BOB, "damn fine coffee").status());
    }

    @Test
    void a_member_whose_name_breaks_a_rule_is_silent_until_it_is_in_order() {
        join();
        rule(6, Map.of("keyword_filter", List.of("*admin*")), action(4, Map.of()));
        try (var owner = GatewayClient.connect(SERVER.gateway())) {
            owner.identify(token("owner"));
            BOB.patch("/guilds/" + guild + "/members/@me", Map.of("nick", "TheAdmin"))
                    .expected();
            owner.event("AUTO_MODERATION_ACTION_EXECUTION");
            assertEquals(403, say(BOB, "I am the admin").status());
            OWNER.patch("/guilds/" + guild + "/members/" + BOB_ID, Map.of("nick", "Bob"))
                    .expected();
            for (var it = owner.event("GUILD_MEMBER_UPDATE"); !released(it); ) {
                it = owner.event("GUILD_MEMBER_UPDATE");
            }
            assertEquals(200, say(BOB, "sorry").status());
        }
    }

    @Test
    void wrong_rules_are_refused_with_every_fault() {
        var good = Map.of("keyword_filter", List.of("x"));
        assertEquals(50035, post(9, good, action(1, Map.of())).code());
        assertEquals(50035, post(1, good).code());
        assertEquals(
                50035,
                post(1, Map.of("keyword_filter", List.of("x".repeat(61))), action(1, Map.of()))
                        .code());
        assertEquals(
                50035,
                post(1, Map.of("regex_patterns", List.of("(")), action(1, Map.of()))
                        .code());
        assertEquals(
                50035,
                post(1, Map.of("regex_patterns", List.of("(a{999}){999}")), action(1, Map.of()))
                        .code());
        assertEquals(50035, post(1, good, action(2, Map.of())).code());
        assertEquals(50035, post(1, good, action(2, Map.of("channel_id", "1"))).code());
        assertEquals(50035, post(1, good, action(4, Map.of())).code());
        assertEquals(50035, post(6, good, action(1, Map.of())).code());
        assertEquals(
                50035,
                post(5, Map.of("mention_total_limit", 51), action(1, Map.of())).code());
        for (int i = 0; i < 6; i++) {
            post(1, good, action(1, Map.of())).expected();
        }
        assertEquals(400, post(1, good, action(1, Map.of())).status());
    }

    private static boolean released(JsonNode event) {
        return event.path("d").path("communication_disabled_until").isNull();
    }

    private JsonNode keywords(List<String> words, Map<?, ?>... actions) {
        return rule(1, Map.of("keyword_filter", words), actions);
    }

    private JsonNode rule(int kind, Map<?, ?> metadata, Map<?, ?>... actions) {
        return post(kind, metadata, actions).expected();
    }

    private Answer post(int kind, Map<?, ?> metadata, Map<?, ?>... actions) {
        var body = new HashMap<String, Object>();
        body.put("name", "Rule");
        body.put("event_type", kind == 6 ? 2 : 1);
        body.put("trigger_type", kind);
        body.put("trigger_metadata", metadata);
        body.put("actions", List.of(actions));
        body.put("enabled", true);
        return OWNER.post(rules(), body);
    }

    private static Map<?, ?> action(int type, Map<?, ?> metadata) {
        return Map.of("type", type, "metadata", metadata);
    }

    private String rules() {
        return "/guilds/" + guild + "/auto-moderation/rules";
    }

    private Answer say(HttpCaller caller, String content) {
        return caller.post("/channels/" + channel + "/messages", Map.of("content", content));
    }

    private void join() {
        var invite = OWNER.post("/channels/" + channel + "/invites", Map.of()).expected();
        BOB.post("/invites/" + text(invite, "code"), Map.of()).expected();
    }

    private static String token(String name) {
        var body = Map.of("login", name, "password", "correct horse " + name);
        return text(SERVER.caller().post("/auth/login", body).expected(), "token");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }
}
