package chat.parley.bot;

import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A server with somebody who owns a guild and an application that is installed in it.
public final class BotTown implements AutoCloseable {
    /// Every intent that there is.
    public static final int INTENTS = 53_608_447;

    private static final int PRIVILEGED = 1 << 13 | 1 << 15 | 1 << 19;

    public final TestServer server;
    public final HttpCaller owner;
    public final String ownerToken;
    public final String guild;
    public final String general;
    public final String application;
    public final String botToken;
    public final HttpCaller bot;

    public BotTown(TestServer server) {
        this(server, "owner");
    }

    public BotTown(TestServer server, String name) {
        this.server = server;
        ownerToken = token(server, name);
        owner = server.caller().as(ownerToken);
        guild = id(owner.post("/guilds", Map.of("name", "Town of " + name)).expected());
        general = owner.get("/guilds/" + guild + "/channels")
                .expected()
                .valueStream()
                .filter(it -> it.path("type").asInt() == 0)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        application = id(owner.post("/applications", Map.of("name", "Helper")).expected());
        owner.patch("/applications/" + application, Map.of("flags", PRIVILEGED)).expected();
        botToken = owner.post("/applications/" + application + "/bot", Map.of())
                .expected()
                .path("token")
                .asString();
        bot = server.caller().as("Bot " + botToken);
        install(guild, "8");
    }

    /// Makes an account and returns its token.
    public static String token(TestServer server, String name) {
        return server.caller()
                .post("/auth/register", Map.of("username", name, "password", "correct horse " + name))
                .expected()
                .path("token")
                .asString();
    }

    /// The owner's token after the first one has expired.
    public String signedInAgain() {
        return server.caller()
                .post("/auth/login", Map.of("login", "owner", "password", "correct horse owner"))
                .expected()
                .path("token")
                .asString();
    }

    public static String id(JsonNode json) {
        return json.path("id").asString();
    }

    public void install(String where, String permissions) {
        owner.post(
                        "/oauth2/authorize?client_id=" + application + "&scope=bot+applications.commands",
                        Map.of("guild_id", where, "permissions", permissions, "authorize", true))
                .expected();
    }

    /// Somebody new who is a member; the token is returned.
    public String member(String name) {
        String token = token(server, name);
        String code = owner.post("/channels/" + general + "/invites", Map.of("unique", true))
                .expected()
                .path("code")
                .asString();
        server.caller().as(token).post("/invites/" + code, Map.of()).expected();
        return token;
    }

    /// A connection that has seen READY and, as a bot, its guild.
    public GatewayClient listen(String token) {
        var client = GatewayClient.connect(server.gateway());
        client.identify(token);
        return client;
    }

    /// The bot at the gateway, ready.
    public GatewayClient listenAsBot() {
        var client = listen(botToken);
        client.event("GUILD_CREATE");
        return client;
    }

    @Override
    public void close() {
        server.close();
    }
}
