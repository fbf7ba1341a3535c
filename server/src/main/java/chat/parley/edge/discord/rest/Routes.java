package chat.parley.edge.discord.rest;

import static chat.parley.base.limit.RateRule.SIGN_IN;
import static chat.parley.edge.http.Route.Access.CALLER;
import static chat.parley.edge.http.Route.Access.PERSON;
import static chat.parley.edge.http.Route.Access.PUBLIC;

import chat.parley.edge.http.Route;
import chat.parley.edge.http.Route.Access;
import chat.parley.edge.http.Route.Handler;
import io.netty.handler.codec.http.HttpMethod;
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
                get("/users/@me", CALLER, users::me),
                patch("/users/@me", CALLER, users::changeMe),
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

    private static Route get(String pattern, Access access, Handler handler) {
        return Route.of(HttpMethod.GET, pattern, access, handler);
    }

    private static Route post(String pattern, Access access, Handler handler) {
        return Route.of(HttpMethod.POST, pattern, access, handler);
    }

    private static Route patch(String pattern, Access access, Handler handler) {
        return Route.of(HttpMethod.PATCH, pattern, access, handler);
    }
}
