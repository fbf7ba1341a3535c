package chat.parley.testing;

import chat.parley.config.Key;
import java.util.Map;

/// A real server with a guild of three people, into which bots are let as a person does it: an application, its token,
/// the consent page.
public final class BotHome implements AutoCloseable {
    public static final long ADMINISTRATOR = 8;
    private static final int PRIVILEGED_INTENTS = 1 << 12 | 1 << 14 | 1 << 18;

    public final TestServer server;
    public final HttpCaller anna;
    public final HttpCaller ben;
    public final HttpCaller carla;
    public final String guild;
    public final String general;

    public BotHome(Map<Key<?>, String> settings) {
        server = TestServer.start(settings);
        anna = server.caller().register("anna");
        ben = server.caller().register("ben");
        carla = server.caller().register("carla");
        guild = anna.post("/guilds", Map.of("name", "Garden"))
                .expected()
                .path("id")
                .asString();
        general = anna.get("/guilds/" + guild + "/channels")
                .expected()
                .valueStream()
                .filter(it -> it.path("type").asInt() == 0)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        String invite = anna.post("/channels/" + general + "/invites", Map.of())
                .expected()
                .path("code")
                .asString();
        ben.post("/invites/" + invite, Map.of()).expected();
        carla.post("/invites/" + invite, Map.of()).expected();
    }

    /// A bot in the guild.
    public record Bot(String id, String token) {}

    public Bot bot(String name) {
        return bot(anna, guild, name);
    }

    /// @param owner of the guild
    public static Bot bot(HttpCaller owner, String guild, String name) {
        var application = owner.post("/applications", Map.of("name", name)).expected();
        String id = application.path("id").asString();
        owner.patch("/applications/" + id, Map.of("flags", PRIVILEGED_INTENTS)).expected();
        String token = owner.post("/applications/" + id + "/bot", Map.of())
                .expected()
                .path("token")
                .asString();
        owner.post(
                        "/oauth2/authorize?client_id=" + id + "&scope=bot%20applications.commands&permissions="
                                + ADMINISTRATOR,
                        Map.of("guild_id", guild, "permissions", Long.toString(ADMINISTRATOR), "authorize", true))
                .expected();
        return new Bot(id, token);
    }

    @Override
    public void close() {
        server.close();
    }
}
