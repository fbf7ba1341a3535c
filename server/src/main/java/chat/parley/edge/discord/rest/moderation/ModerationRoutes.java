package chat.parley.edge.discord.rest.moderation;

import static chat.parley.edge.http.Route.Access.CALLER;
import static chat.parley.edge.http.Route.Access.PERSON;
import static chat.parley.edge.http.Route.delete;
import static chat.parley.edge.http.Route.get;
import static chat.parley.edge.http.Route.patch;
import static chat.parley.edge.http.Route.post;
import static chat.parley.edge.http.Route.put;

import chat.parley.edge.http.Route;
import java.util.List;

/// What moderators can call, as one table.
public final class ModerationRoutes {
    private ModerationRoutes() {}

    public static List<Route> audit(AuditLogEndpoints audit) {
        return List.of(get("/guilds/{guild}/audit-logs", CALLER, audit::list));
    }

    public static List<Route> rules(RuleEndpoints rules) {
        String all = "/guilds/{guild}/auto-moderation/rules";
        return List.of(
                post("/guilds/{guild}/auto-moderation/test", CALLER, rules::test),
                get(all, CALLER, rules::list),
                post(all, CALLER, rules::create),
                get(all + "/{rule}", CALLER, rules::one),
                patch(all + "/{rule}", CALLER, rules::change),
                delete(all + "/{rule}", CALLER, rules::delete));
    }

    public static List<Route> safety(SafetyEndpoints safety, EditionEndpoints editions) {
        return List.of(
                put("/guilds/{guild}/incident-actions", CALLER, safety::pause),
                get("/guilds/{guild}/safety", CALLER, safety::read),
                patch("/guilds/{guild}/safety", CALLER, safety::change),
                get("/channels/{channel}/messages/{message}/edits", CALLER, editions::list));
    }

    public static List<Route> reports(ReportEndpoints reports) {
        return List.of(
                post("/channels/{channel}/messages/{message}/report", CALLER, reports::message),
                post("/guilds/{guild}/members/{user}/report", CALLER, reports::member),
                get("/users/@me/reports", PERSON, reports::own),
                get("/guilds/{guild}/reports", CALLER, reports::list),
                patch("/guilds/{guild}/reports/{report}", CALLER, reports::change));
    }

    public static List<Route> inspector(InspectorEndpoints inspector) {
        return List.of(
                get("/guilds/{guild}/members/{user}/permissions", CALLER, inspector::explain),
                get("/guilds/{guild}/view-as", CALLER, inspector::viewAs));
    }
}
