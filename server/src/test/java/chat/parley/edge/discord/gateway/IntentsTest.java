package chat.parley.edge.discord.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.BotHome;
import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.Pictures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Every event comes with its intent, and never without it; and what was said is blank in every payload for a bot that
/// may not read it.
final class IntentsTest {
    private static final int GUILDS = 1;
    private static final int MESSAGES = 1 << 9;
    private static final int ALL = 0x1FFFF | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25;
    private static final Map<Integer, Set<String>> EVENTS = Map.ofEntries(
            Map.entry(
                    1 << 1,
                    Set.of("GUILD_MEMBER_ADD", "GUILD_MEMBER_UPDATE", "GUILD_MEMBER_REMOVE", "THREAD_MEMBERS_UPDATE")),
            Map.entry(1 << 2, Set.of("GUILD_BAN_ADD", "GUILD_BAN_REMOVE", "GUILD_AUDIT_LOG_ENTRY_CREATE")),
            Map.entry(1 << 3, Set.of("GUILD_EMOJIS_UPDATE")),
            Map.entry(1 << 4, Set.of("GUILD_INTEGRATIONS_UPDATE", "INTEGRATION_CREATE", "INTEGRATION_DELETE")),
            Map.entry(1 << 5, Set.of("WEBHOOKS_UPDATE")),
            Map.entry(1 << 6, Set.of("INVITE_CREATE", "INVITE_DELETE")),
            Map.entry(MESSAGES, Set.of("MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK")),
            Map.entry(1 << 10, Set.of("MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE")),
            Map.entry(1 << 11, Set.of("TYPING_START")),
            Map.entry(1 << 16, Set.of("GUILD_SCHEDULED_EVENT_CREATE", "GUILD_SCHEDULED_EVENT_DELETE")),
            Map.entry(1 << 20, Set.of("AUTO_MODERATION_RULE_CREATE", "AUTO_MODERATION_RULE_DELETE")),
            Map.entry(1 << 21, Set.of("AUTO_MODERATION_ACTION_EXECUTION")),
            Map.entry(1 << 24, Set.of("MESSAGE_POLL_VOTE_ADD", "MESSAGE_POLL_VOTE_REMOVE")));

    private static final BotHome HOME = new BotHome(Map.of());
    private static final BotHome.Bot BOT = HOME.bot("Ear");
    private static final String GUILD = "/guilds/" + HOME.guild;
    private static final String GENERAL = "/channels/" + HOME.general;

    @AfterAll
    static void close() {
        HOME.close();
    }

    @Test
    void each_event_comes_with_its_intent_and_never_without() {
        List<Ear> ears = new ArrayList<>();
        EVENTS.forEach((intent, events) -> {
            ears.add(new Ear(listening(GUILDS | intent), events, true));
            ears.add(new Ear(listening(ALL & ~intent), events, false));
        });
        moderate();
        talk();
        furnish();
        HOME.anna.patch(GUILD, Map.of("name", "The end")).expected();
        ears.forEach(Ear::check);
    }

    private record Ear(GatewayClient client, Set<String> events, boolean with) {
        void check() {
            Set<String> heard = new HashSet<>();
            for (var frame = client.next(); !last(frame); frame = client.next()) {
                heard.add(frame.path("t").asString(""));
            }
            heard.retainAll(events);
            assertEquals(with ? events : Set.of(), heard);
            client.close();
        }

        private static boolean last(JsonNode frame) {
            return frame.path("t").asString("").equals("GUILD_UPDATE")
                    && frame.path("d").path("name").asString().equals("The end");
        }
    }

    private static void moderate() {
        String ben = id(HOME.ben.get("/users/@me"));
        String carla = id(HOME.carla.get("/users/@me"));
        HOME.anna.patch(GUILD + "/members/" + ben, Map.of("nick", "Benny")).expected();
        HOME.anna.put(GUILD + "/bans/" + carla, Map.of()).expected();
        HOME.anna.delete(GUILD + "/bans/" + carla).expected();
        String invite = HOME.anna
                .post(GENERAL + "/invites", Map.of("unique", true))
                .expected()
                .path("code")
                .asString();
        HOME.carla.post("/invites/" + invite, Map.of()).expected();
        HOME.anna.delete("/invites/" + invite).expected();
        var rule = Map.of(
                "name",
                "Calm",
                "event_type",
                1,
                "trigger_type",
                1,
                "trigger_metadata",
                Map.of("keyword_filter", List.of("shout*")),
                "actions",
                List.of(Map.of("type", 1)),
                "enabled",
                true);
        String made = id(HOME.anna.post(GUILD + "/auto-moderation/rules", rule));
        HOME.ben.post(GENERAL + "/messages", Map.of("content", "shouting"));
        HOME.anna.delete(GUILD + "/auto-moderation/rules/" + made).expected();
    }

    private static void talk() {
        HOME.ben.post(GENERAL + "/typing", Map.of()).expected();
        String message = GENERAL + "/messages/" + say("hello");
        HOME.ben.put(message + "/reactions/%F0%9F%91%8D/@me", Map.of()).expected();
        HOME.ben.delete(message + "/reactions/%F0%9F%91%8D/@me").expected();
        HOME.anna.patch(message, Map.of("content", "good day")).expected();
        HOME.anna.delete(message).expected();
        HOME.anna
                .post(GENERAL + "/messages/bulk-delete", Map.of("messages", List.of(say("one"), say("two"))))
                .expected();
        var answers =
                List.of(Map.of("poll_media", Map.of("text", "tea")), Map.of("poll_media", Map.of("text", "coffee")));
        var poll = Map.of("question", Map.of("text", "What?"), "answers", answers, "duration", 1);
        String vote = GENERAL + "/polls/" + id(HOME.anna.post(GENERAL + "/messages", Map.of("poll", poll)));
        HOME.ben.put(vote + "/answers/@me", Map.of("answer_ids", List.of("1"))).expected();
        HOME.ben.put(vote + "/answers/@me", Map.of("answer_ids", List.of())).expected();
        String thread = "/channels/" + id(HOME.anna.post(GENERAL + "/threads", Map.of("name", "Aside", "type", 11)));
        HOME.anna
                .put(thread + "/thread-members/" + id(HOME.ben.get("/users/@me")), Map.of())
                .expected();
    }

    private static void furnish() {
        String webhook = id(HOME.anna.post(GENERAL + "/webhooks", Map.of("name", "Crier")));
        HOME.anna.delete("/webhooks/" + webhook).expected();
        String image = "data:image/png;base64," + Base64.getEncoder().encodeToString(Pictures.of("png", 32, 32));
        HOME.anna.post(GUILD + "/emojis", Map.of("name", "dot", "image", image)).expected();
        HOME.anna.delete(GUILD + "/integrations/" + HOME.bot("Guest").id()).expected();
        var start = Instant.now().plus(Duration.ofDays(1));
        var plan = Map.of(
                "name",
                "Fair",
                "privacy_level",
                2,
                "entity_type",
                3,
                "entity_metadata",
                Map.of("location", "Square"),
                "scheduled_start_time",
                start.toString(),
                "scheduled_end_time",
                start.plusSeconds(60).toString());
        HOME.anna
                .delete(GUILD + "/scheduled-events/" + id(HOME.anna.post(GUILD + "/scheduled-events", plan)))
                .expected();
    }

    @Test
    void what_was_said_is_blank_in_every_payload_for_a_bot_that_may_not_read_it() {
        var bot = HOME.server.caller().as("Bot " + BOT.token());
        try (var blind = listening(GUILDS | MESSAGES);
                var reader = listening(GUILDS | MESSAGES | 1 << 15)) {
            String secret = id(HOME.anna.upload(
                    "POST", GENERAL + "/messages", Map.of("content", "secret"), Map.of("a.txt", new byte[] {65})));
            assertBlank(blind.event("MESSAGE_CREATE").path("d"));
            assertEquals(
                    "secret",
                    reader.event("MESSAGE_CREATE").path("d").path("content").asString());
            HOME.anna
                    .patch(GENERAL + "/messages/" + secret, Map.of("content", "more"))
                    .expected();
            assertBlank(blind.event("MESSAGE_UPDATE").path("d"));

            var reference = Map.of("message_id", secret, "channel_id", HOME.general);
            HOME.ben.post(GENERAL + "/messages", Map.of("content", "so?", "message_reference", reference));
            var reply = blind.event("MESSAGE_CREATE").path("d");
            assertBlank(reply);
            assertBlank(reply.path("referenced_message"));

            var forward = Map.of("type", 1, "message_id", secret, "channel_id", HOME.general);
            HOME.ben
                    .post(GENERAL + "/messages", Map.of("message_reference", forward))
                    .expected();
            var forwarded = blind.event("MESSAGE_CREATE").path("d");
            assertBlank(forwarded);
            assertEquals(1, forwarded.path("message_snapshots").size());
            assertBlank(forwarded.path("message_snapshots").path(0).path("message"));

            HOME.anna
                    .post(GENERAL + "/messages", Map.of("content", "hey <@" + BOT.id() + ">"))
                    .expected();
            assertTrue(blind.event("MESSAGE_CREATE")
                    .path("d")
                    .path("content")
                    .asString()
                    .startsWith("hey"));
            bot.post(GENERAL + "/messages", Map.of("content", "my own")).expected();
            assertEquals(
                    "my own",
                    blind.event("MESSAGE_CREATE").path("d").path("content").asString());
        }
    }

    /// Whoever uses a message command hands the message over.
    @Test
    void a_message_that_somebody_hands_to_a_command_can_be_read() {
        var bot = HOME.server.caller().as("Bot " + BOT.token());
        var command = bot.post("/applications/" + BOT.id() + "/commands", Map.of("name", "Report", "type", 3))
                .expected();
        try (var blind = listening(GUILDS)) {
            String message = say("look at this");
            HOME.ben
                    .post(
                            "/interactions",
                            Map.of(
                                    "type",
                                    2,
                                    "application_id",
                                    BOT.id(),
                                    "guild_id",
                                    HOME.guild,
                                    "channel_id",
                                    HOME.general,
                                    "data",
                                    Map.of(
                                            "id",
                                            command.path("id").asString(),
                                            "name",
                                            "Report",
                                            "type",
                                            3,
                                            "target_id",
                                            message)))
                    .expected();
            var data = blind.event("INTERACTION_CREATE").path("d").path("data");
            assertEquals(
                    "look at this",
                    data.path("resolved")
                            .path("messages")
                            .path(message)
                            .path("content")
                            .asString());
        }
    }

    private static void assertBlank(JsonNode message) {
        assertTrue(message.isObject());
        assertEquals("", message.path("content").asString());
        for (String list : List.of("attachments", "embeds", "components")) {
            assertEquals(0, message.path(list).size(), list);
        }
        assertTrue(message.path("poll").isMissingNode());
    }

    private static GatewayClient listening(int intents) {
        var client = GatewayClient.connect(HOME.server.gateway());
        client.send(2, Map.of("token", BOT.token(), "intents", intents, "properties", Map.of()));
        client.event("GUILD_CREATE");
        return client;
    }

    private static String say(String text) {
        return id(HOME.anna.post(GENERAL + "/messages", Map.of("content", text)));
    }

    private static String id(HttpCaller.Answer answer) {
        return answer.expected().path("id").asString();
    }
}
