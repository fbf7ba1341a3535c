package chat.parley.edge.discord.rest.bot;

import static chat.parley.edge.http.Route.Access.CALLER;
import static chat.parley.edge.http.Route.Access.PERSON;

import chat.parley.edge.http.Route;
import chat.parley.edge.http.Route.Access;
import chat.parley.edge.http.Route.Handler;
import io.netty.handler.codec.http.HttpMethod;
import java.util.List;

/// The routes of applications, as [chat.parley.edge.discord.rest.Routes] has them of everything else.
public final class BotRoutes {
    private BotRoutes() {}

    public static List<Route> applications(ApplicationEndpoints applications) {
        String one = "/applications/{application}";
        return List.of(
                get("/applications", PERSON, applications::list),
                post("/applications", PERSON, applications::create),
                get("/applications/@me", CALLER, applications::me),
                patch("/applications/@me", CALLER, applications::changeMe),
                get("/oauth2/applications/@me", CALLER, applications::me),
                get("/oauth2/@me", CALLER, applications::authorization),
                get(one, PERSON, applications::one),
                patch(one, PERSON, applications::change),
                delete(one, PERSON, applications::delete),
                post(one + "/bot", PERSON, applications::bot),
                post(one + "/bot/reset", PERSON, applications::reset));
    }

    public static List<Route> installations(InstallEndpoints installations) {
        return List.of(
                get("/oauth2/authorize", PERSON, installations::ask),
                post("/oauth2/authorize", PERSON, installations::authorize),
                get("/guilds/{guild}/integrations", CALLER, installations::list),
                delete("/guilds/{guild}/integrations/{integration}", CALLER, installations::remove));
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

    private static Route delete(String pattern, Access access, Handler handler) {
        return Route.of(HttpMethod.DELETE, pattern, access, handler);
    }
}
