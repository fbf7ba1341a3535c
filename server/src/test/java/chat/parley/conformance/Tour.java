package chat.parley.conformance;

import chat.parley.testing.BotHome;
import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A walk through the API as a bot takes it, with people beside it, so that every operation answers and every event
/// happens at least once.
final class Tour implements AutoCloseable {
    private static final int ALL_INTENTS = 0x1FFFF | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25;

    final BotHome home = new BotHome(Map.of());
    final BotHome.Bot account = home.bot("Inspector");
    final HttpCaller bot = home.server.caller().as("Bot " + account.token());
    final String guild = "/guilds/" + home.guild;
    final String general = "/channels/" + home.general;
    final GatewayClient listening = GatewayClient.connect(home.server.gateway());
    final String benId = id(home.ben.get("/users/@me"));
    final String carlaId = id(home.carla.get("/users/@me"));

    Tour() {
        listening.send(2, Map.of("token", account.token(), "intents", ALL_INTENTS, "properties", Map.of()));
        listening.event("GUILD_CREATE");
    }

    void everything() {
        login();
        messages();
        reactionsAndPins();
        roles();
        channels();
        invites();
        members();
        new ThreadTour(this).everything();
        polls();
        new ModerationTour(this).everything();
        new ReceptionTour(this).everything();
        new InteractionTour(this).everything();
        new OAuthTour(this).everything();
        new WebhookTour(this).everything();
        new ExpressionTour(this).everything();
        new GuildTour(this).everything();
        new GatewayTour(this).everything();
        new VoiceTour(this).everything();
        privately();
        bans();
        afterwards();
    }

    private void login() {
        bot.get("/gateway").expected();
        bot.get("/gateway/bot").expected();
        bot.get("/users/@me").expected();
        bot.get("/users/" + benId).expected();
        bot.get("/users/@me/guilds").expected();
        bot.get("/users/@me/guilds?with_counts=true").expected();
        bot.get("/applications/@me").expected();
        bot.get("/oauth2/applications/@me").expected();
        bot.get(guild).expected();
        bot.get(guild + "?with_counts=true").expected();
        bot.get(guild + "/channels").expected();
        bot.get(general).expected();
        bot.patch("/users/@me", Map.of("username", "inspector")).expected();
        bot.patch("/applications/@me", Map.of("description", "Looks around")).expected();
        bot.get("/applications/" + account.id()).expected();
        bot.patch("/applications/" + account.id(), Map.of("tags", List.of("tests")))
                .expected();
        bot.get(guild + "/integrations").expected();
        bot.patch(guild, Map.of("description", "A place to look around")).expected();
        listening.send(8, Map.of("guild_id", home.guild, "query", "", "limit", 0, "presences", true, "nonce", "1"));
        listening.event("GUILD_MEMBERS_CHUNK");
        listening.send(3, Map.of("status", "dnd", "afk", false, "activities", List.of(Map.of("name", "x", "type", 0))));
    }

    private void messages() {
        bot.post(general + "/typing", Map.of()).expected();
        home.ben.post(general + "/typing", Map.of()).expected();
        String first = id(home.ben.post(general + "/messages", Map.of("content", "hello <@" + account.id() + ">")));
        String second = id(bot.post(
                general + "/messages",
                Map.of("content", "reply", "nonce", "7", "message_reference", Map.of("message_id", first))));
        bot.get(general + "/messages").expected();
        bot.get(general + "/messages/" + second).expected();
        bot.patch(general + "/messages/" + second, Map.of("content", "edited")).expected();
        listening.event("MESSAGE_UPDATE");
        bot.delete(general + "/messages/" + second).expected();
        listening.event("MESSAGE_DELETE");
        var some = List.of(id(write("one")), id(write("two")));
        bot.post(general + "/messages/bulk-delete", Map.of("messages", some)).expected();
        listening.event("MESSAGE_DELETE_BULK");
    }

    private void reactionsAndPins() {
        String message = general + "/messages/" + id(write("look"));
        String thumb = message + "/reactions/%F0%9F%91%8D";
        bot.put(thumb + "/@me", Map.of()).expected();
        home.ben.put(thumb + "/@me", Map.of()).expected();
        bot.get(message).expected();
        bot.get(thumb).expected();
        bot.delete(thumb + "/@me").expected();
        bot.delete(thumb + "/" + benId).expected();
        bot.put(thumb + "/@me", Map.of()).expected();
        bot.delete(thumb).expected();
        bot.put(thumb + "/@me", Map.of()).expected();
        bot.delete(message + "/reactions").expected();
        listening.event("MESSAGE_REACTION_REMOVE_ALL");
        String pinned = message.substring(message.lastIndexOf('/'));
        bot.put(general + "/messages/pins" + pinned, Map.of()).expected();
        bot.get(general + "/messages/pins").expected();
        bot.get(general + "/pins").expected();
        bot.delete(general + "/messages/pins" + pinned).expected();
        bot.put(general + "/pins" + pinned, Map.of()).expected();
        bot.delete(general + "/pins" + pinned).expected();
        listening.event("CHANNEL_PINS_UPDATE");
    }

    private void roles() {
        bot.get(guild + "/roles").expected();
        String role = id(bot.post(guild + "/roles", Map.of("name", "Helpers", "color", 255, "permissions", "0")));
        bot.get(guild + "/roles/" + role).expected();
        bot.patch(guild + "/roles/" + role, Map.of("hoist", true)).expected();
        bot.patch(guild + "/roles", List.of(Map.of("id", role, "position", 1))).expected();
        bot.put(guild + "/members/" + benId + "/roles/" + role, Map.of()).expected();
        bot.get(guild + "/members/" + benId).expected();
        listening.event("GUILD_MEMBER_UPDATE");
        bot.delete(guild + "/members/" + benId + "/roles/" + role).expected();
        bot.delete(guild + "/roles/" + role).expected();
        listening.event("GUILD_ROLE_DELETE");
    }

    private void channels() {
        for (int type : new int[] {0, 2, 4}) {
            String made = id(bot.post(guild + "/channels", Map.of("name", "made " + type, "type", type)));
            String channel = "/channels/" + made;
            bot.get(channel).expected();
            bot.patch(channel, Map.of("name", "changed")).expected();
            bot.patch(guild + "/channels", List.of(Map.of("id", made, "position", 1)))
                    .expected();
            bot.put(channel + "/permissions/" + benId, Map.of("type", 1, "allow", "1024", "deny", "0"))
                    .expected();
            bot.get(channel).expected();
            bot.delete(channel + "/permissions/" + benId).expected();
            bot.delete(channel).expected();
            listening.event("CHANNEL_DELETE");
        }
    }

    private void invites() {
        String code = bot.post(general + "/invites", Map.of("max_age", 3_600, "unique", true))
                .expected()
                .path("code")
                .asString();
        listening.event("INVITE_CREATE");
        bot.get(general + "/invites").expected();
        bot.get(guild + "/invites").expected();
        bot.get("/invites/" + code + "?with_counts=true&with_expiration=true").expected();
        bot.delete("/invites/" + code).expected();
        listening.event("INVITE_DELETE");
    }

    private void members() {
        bot.get(guild + "/members?limit=100").expected();
        bot.get(guild + "/members/search?query=be").expected();
        bot.get(guild + "/members/" + account.id()).expected();
        bot.patch(guild + "/members/@me", Map.of("nick", "Inspector")).expected();
        bot.patch(guild + "/members/" + benId, Map.of("nick", "Benny")).expected();
        home.ben.get("/users/@me/guilds/" + home.guild + "/member").expected();
    }

    private void polls() {
        var answers =
                List.of(Map.of("poll_media", Map.of("text", "tea")), Map.of("poll_media", Map.of("text", "coffee")));
        var poll = Map.of("question", Map.of("text", "What?"), "answers", answers, "duration", 1, "layout_type", 1);
        String message = id(bot.post(general + "/messages", Map.of("poll", poll)));
        home.ben
                .put(general + "/polls/" + message + "/answers/@me", Map.of("answer_ids", List.of("1")))
                .expected();
        listening.event("MESSAGE_POLL_VOTE_ADD");
        bot.get(general + "/polls/" + message + "/answers/1").expected();
        home.ben
                .put(general + "/polls/" + message + "/answers/@me", Map.of("answer_ids", List.of()))
                .expected();
        listening.event("MESSAGE_POLL_VOTE_REMOVE");
        bot.get(general + "/messages/" + message).expected();
        bot.post(general + "/polls/" + message + "/expire", Map.of()).expected();
    }

    private void privately() {
        String channel = "/channels/" + id(bot.post("/users/@me/channels", Map.of("recipient_id", benId)));
        bot.get(channel).expected();
        bot.post(channel + "/messages", Map.of("content", "between us")).expected();
        home.ben.get(channel + "/messages").expected();
        home.ben.post(channel + "/messages", Map.of("content", "indeed")).expected();
        listening.event("MESSAGE_CREATE");
        bot.delete(channel).expected();
        var recipients = Map.of("recipients", List.of(benId, carlaId));
        String group = "/channels/" + id(home.anna.post("/users/@me/channels", recipients));
        home.anna.delete(group + "/recipients/" + carlaId).expected();
        home.anna.put(group + "/recipients/" + carlaId, Map.of()).expected();
        home.ben.get(group).expected();
    }

    private void bans() {
        bot.put(guild + "/bans/" + carlaId, Map.of("delete_message_seconds", 60))
                .expected();
        listening.event("GUILD_BAN_ADD");
        bot.get(guild + "/bans").expected();
        bot.get(guild + "/bans/" + carlaId).expected();
        bot.delete(guild + "/bans/" + carlaId).expected();
        listening.event("GUILD_BAN_REMOVE");
        bot.post(guild + "/bulk-ban", Map.of("user_ids", List.of(carlaId))).expected();
        bot.delete(guild + "/members/" + benId).expected();
        listening.event("GUILD_MEMBER_REMOVE");
        bot.get(guild + "/audit-logs?limit=100").expected();
    }

    private void afterwards() {
        var other = home.bot("Visitor");
        var integrations = home.anna.get(guild + "/integrations").expected();
        var visitor = integrations
                .valueStream()
                .filter(it -> it.path("application").path("id").asString().equals(other.id()))
                .findFirst()
                .orElseThrow();
        home.anna.delete(guild + "/integrations/" + id(visitor)).expected();
        bot.delete("/users/@me/guilds/" + home.guild).expected();
        listening.event("GUILD_DELETE");
    }

    JsonNode write(String text) {
        return home.anna.post(general + "/messages", Map.of("content", text)).expected();
    }

    static String id(HttpCaller.Answer answer) {
        return id(answer.expected());
    }

    static String id(JsonNode object) {
        return object.path("id").asString();
    }

    @Override
    public void close() {
        listening.close();
        home.close();
    }
}
