package chat.parley.edge.discord.rest;

import static chat.parley.edge.http.Route.Access.CALLER;
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

    private static Route get(String pattern, Access access, Handler handler) {
        return Route.of(HttpMethod.GET, pattern, access, handler);
    }
}
