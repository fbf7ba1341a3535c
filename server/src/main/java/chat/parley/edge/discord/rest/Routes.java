package chat.parley.edge.discord.rest;

import static chat.parley.base.limit.RateRule.DELETE;
import static chat.parley.base.limit.RateRule.EDIT;
import static chat.parley.base.limit.RateRule.MANAGE;
import static chat.parley.base.limit.RateRule.REACT;
import static chat.parley.base.limit.RateRule.SEND;
import static chat.parley.base.limit.RateRule.SIGN_IN;
import static chat.parley.edge.http.Route.Access.CALLER;
import static chat.parley.edge.http.Route.Access.PERSON;
import static chat.parley.edge.http.Route.Access.PUBLIC;
import static chat.parley.edge.http.Route.delete;
import static chat.parley.edge.http.Route.get;
import static chat.parley.edge.http.Route.patch;
import static chat.parley.edge.http.Route.post;
import static chat.parley.edge.http.Route.put;

import chat.parley.edge.http.Route;
import java.util.List;

/// Everything that can be called, as one table: a section a noun, which `App` puts together. Paths stand
/// without the API's prefix.
public final class Routes {
    private Routes() {}

    public static List<Route> gateway(GatewayEndpoints gateway) {
        return List.of(get("/gateway", PUBLIC, gateway::url), get("/gateway/bot", CALLER, gateway::bot));
    }

    public static List<Route> auth(AuthEndpoints auth) {
        return List.of(
                post("/auth/register", PUBLIC, auth::register).limitedBy(SIGN_IN),
                post("/auth/login", PUBLIC, auth::login).limitedBy(SIGN_IN),
                post("/auth/refresh", PUBLIC, auth::refresh),
                post("/auth/logout", PERSON, auth::logout),
                get("/auth/sessions", PERSON, auth::sessions),
                post("/auth/sessions/logout", PERSON, auth::endSessions));
    }

    public static List<Route> users(UserEndpoints users, SettingsEndpoints settings) {
        return List.of(
                get("/users/@me", CALLER, users::me).openTo("identify"),
                patch("/users/@me", CALLER, users::changeMe).takingFiles(),
                get("/users/@me/settings", PERSON, settings::read),
                patch("/users/@me/settings", PERSON, settings::change),
                get("/users/{user}", CALLER, users::one));
    }

    public static List<Route> node(NodeEndpoints node) {
        return List.of(
                get("/instance", PUBLIC, node::instance),
                get("/node/settings", PERSON, node::settings),
                patch("/node/settings", PERSON, node::change));
    }

    public static List<Route> messages(
            MessageEndpoints messages, ReactionEndpoints reactions, PinEndpoints pins, TypingEndpoints typing) {
        String channel = "/channels/{channel}";
        String message = channel + "/messages/{message}";
        String emoji = message + "/reactions/{emoji}";
        return List.of(
                get(channel + "/messages", CALLER, messages::list),
                post(channel + "/messages", CALLER, messages::create)
                        .limitedBy(SEND)
                        .takingFiles(),
                post(channel + "/messages/bulk-delete", CALLER, messages::bulkDelete)
                        .limitedBy(DELETE),
                get(message, CALLER, messages::one),
                patch(message, CALLER, messages::edit).limitedBy(EDIT).takingFiles(),
                delete(message, CALLER, messages::delete).limitedBy(DELETE),
                delete(message + "/reactions", CALLER, reactions::clear).limitedBy(REACT),
                get(emoji, CALLER, reactions::list),
                delete(emoji, CALLER, reactions::clearOne).limitedBy(REACT),
                put(emoji + "/@me", CALLER, reactions::add).limitedBy(REACT),
                delete(emoji + "/@me", CALLER, reactions::removeOwn).limitedBy(REACT),
                delete(emoji + "/{user}", CALLER, reactions::remove).limitedBy(REACT),
                get(channel + "/messages/pins", CALLER, pins::page),
                put(channel + "/messages/pins/{message}", CALLER, pins::add).limitedBy(EDIT),
                delete(channel + "/messages/pins/{message}", CALLER, pins::remove)
                        .limitedBy(EDIT),
                get(channel + "/pins", CALLER, pins::list),
                put(channel + "/pins/{message}", CALLER, pins::add).limitedBy(EDIT),
                delete(channel + "/pins/{message}", CALLER, pins::remove).limitedBy(EDIT),
                post(channel + "/typing", CALLER, typing::start));
    }

    public static List<Route> readStates(ReadStateEndpoints states) {
        return List.of(
                post("/channels/{channel}/messages/{message}/ack", PERSON, states::ack),
                post("/read-states/ack-bulk", PERSON, states::ackMany));
    }

    public static List<Route> conversations(ConversationEndpoints conversations) {
        return List.of(
                get("/users/@me/channels", CALLER, conversations::list),
                post("/users/@me/channels", CALLER, conversations::begin),
                put("/channels/{channel}/recipients/{user}", PERSON, conversations::add),
                delete("/channels/{channel}/recipients/{user}", PERSON, conversations::remove));
    }

    public static List<Route> guilds(GuildEndpoints guilds, RoleEndpoints roles) {
        return List.of(
                post("/guilds", PERSON, guilds::create).takingFiles(),
                get("/guilds/{guild}", CALLER, guilds::one),
                patch("/guilds/{guild}", CALLER, guilds::change).takingFiles(),
                delete("/guilds/{guild}", CALLER, guilds::delete),
                get("/users/@me/guilds", CALLER, guilds::mine).openTo("guilds"),
                delete("/users/@me/guilds/{guild}", CALLER, guilds::leave),
                get("/guilds/{guild}/roles", CALLER, roles::list),
                post("/guilds/{guild}/roles", CALLER, roles::create),
                patch("/guilds/{guild}/roles", CALLER, roles::arrange),
                get("/guilds/{guild}/roles/member-counts", CALLER, roles::counts),
                get("/guilds/{guild}/roles/{role}", CALLER, roles::one),
                patch("/guilds/{guild}/roles/{role}", CALLER, roles::change),
                delete("/guilds/{guild}/roles/{role}", CALLER, roles::delete));
    }

    public static List<Route> members(MemberEndpoints members, BanEndpoints bans) {
        return List.of(
                get("/guilds/{guild}/members", CALLER, members::list),
                get("/guilds/{guild}/members/search", CALLER, members::search),
                get("/guilds/{guild}/members/{user}", CALLER, members::one),
                patch("/guilds/{guild}/members/@me", CALLER, members::changeMe).takingFiles(),
                patch("/guilds/{guild}/members/{user}", CALLER, members::change).limitedBy(MANAGE),
                delete("/guilds/{guild}/members/{user}", CALLER, members::kick).limitedBy(MANAGE),
                put("/guilds/{guild}/members/{user}/roles/{role}", CALLER, members::give)
                        .limitedBy(MANAGE),
                delete("/guilds/{guild}/members/{user}/roles/{role}", CALLER, members::take)
                        .limitedBy(MANAGE),
                get("/users/@me/guilds/{guild}/member", CALLER, members::me).openTo("guilds.members.read"),
                get("/guilds/{guild}/bans", CALLER, bans::list),
                get("/guilds/{guild}/bans/{user}", CALLER, bans::one),
                put("/guilds/{guild}/bans/{user}", CALLER, bans::ban).limitedBy(MANAGE),
                delete("/guilds/{guild}/bans/{user}", CALLER, bans::lift),
                post("/guilds/{guild}/bulk-ban", CALLER, bans::banAll));
    }
}
