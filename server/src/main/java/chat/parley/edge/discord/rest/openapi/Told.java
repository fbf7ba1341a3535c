package chat.parley.edge.discord.rest.openapi;

import chat.parley.edge.discord.shape.BanShape;
import chat.parley.edge.discord.shape.ChannelShape;
import chat.parley.edge.discord.shape.InviteShape;
import chat.parley.edge.discord.shape.MemberShape;
import chat.parley.edge.discord.shape.MessageShape;
import chat.parley.edge.discord.shape.MyGuildShape;
import chat.parley.edge.discord.shape.OwnUserShape;
import chat.parley.edge.discord.shape.RoleShape;
import chat.parley.edge.discord.shape.SessionShape;
import chat.parley.edge.discord.shape.SignedInShape;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.discord.shape.people.MessageSearchShape;
import chat.parley.edge.discord.shape.people.SettingsShape;
import java.util.HashMap;
import java.util.Map;

/// Which record each route answers with. A route that is not here answers with what Discord's documentation says.
final class Told {
    /// @param many a list of them
    record Answer(Class<?> shape, boolean many) {}

    private static final Map<String, Answer> TABLE = table();

    private Told() {}

    /// By method and pattern: `GET /users/@me`.
    static Map<String, Answer> all() {
        return TABLE;
    }

    private static Map<String, Answer> table() {
        var table = new HashMap<String, Answer>();
        one(table, SignedInShape.class, "POST /auth/register", "POST /auth/login", "POST /auth/refresh");
        many(table, SessionShape.class, "GET /auth/sessions");
        one(table, OwnUserShape.class, "GET /users/@me", "PATCH /users/@me");
        one(table, UserShape.class, "GET /users/{user}");
        one(table, SettingsShape.class, "GET /users/@me/settings", "PATCH /users/@me/settings");
        many(table, MyGuildShape.class, "GET /users/@me/guilds");
        many(table, MessageShape.class, "GET /channels/{channel}/messages", "GET /channels/{channel}/pins");
        one(
                table,
                MessageShape.class,
                "POST /channels/{channel}/messages",
                "GET /channels/{channel}/messages/{message}",
                "PATCH /channels/{channel}/messages/{message}");
        one(
                table,
                MessageSearchShape.class,
                "GET /channels/{channel}/messages/search",
                "GET /guilds/{guild}/messages/search",
                "GET /users/@me/messages/search");
        many(table, UserShape.class, "GET /channels/{channel}/messages/{message}/reactions/{emoji}");
        many(table, RoleShape.class, "GET /guilds/{guild}/roles", "PATCH /guilds/{guild}/roles");
        one(
                table,
                RoleShape.class,
                "POST /guilds/{guild}/roles",
                "GET /guilds/{guild}/roles/{role}",
                "PATCH /guilds/{guild}/roles/{role}");
        many(table, MemberShape.class, "GET /guilds/{guild}/members", "GET /guilds/{guild}/members/search");
        one(
                table,
                MemberShape.class,
                "GET /guilds/{guild}/members/{user}",
                "PATCH /guilds/{guild}/members/@me",
                "PATCH /guilds/{guild}/members/{user}",
                "GET /users/@me/guilds/{guild}/member");
        many(table, BanShape.class, "GET /guilds/{guild}/bans");
        one(table, BanShape.class, "GET /guilds/{guild}/bans/{user}");
        one(table, ChannelShape.class, "POST /guilds/{guild}/channels");
        many(table, InviteShape.class, "GET /channels/{channel}/invites", "GET /guilds/{guild}/invites");
        one(
                table,
                InviteShape.class,
                "POST /channels/{channel}/invites",
                "GET /invites/{code}",
                "POST /invites/{code}",
                "DELETE /invites/{code}");
        return Map.copyOf(table);
    }

    private static void one(Map<String, Answer> table, Class<?> shape, String... routes) {
        for (String route : routes) {
            table.put(route, new Answer(shape, false));
        }
    }

    private static void many(Map<String, Answer> table, Class<?> shape, String... routes) {
        for (String route : routes) {
            table.put(route, new Answer(shape, true));
        }
    }
}
