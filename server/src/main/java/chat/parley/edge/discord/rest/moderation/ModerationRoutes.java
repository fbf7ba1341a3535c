package chat.parley.edge.discord.rest.moderation;

import static chat.parley.edge.http.Route.Access.CALLER;

import chat.parley.edge.http.Route;
import io.netty.handler.codec.http.HttpMethod;
import java.util.List;

/// What moderators can call, as one table.
public final class ModerationRoutes {
    private ModerationRoutes() {}

    public static List<Route> audit(AuditLogEndpoints audit) {
        return List.of(Route.of(HttpMethod.GET, "/guilds/{guild}/audit-logs", CALLER, audit::list));
    }
}
