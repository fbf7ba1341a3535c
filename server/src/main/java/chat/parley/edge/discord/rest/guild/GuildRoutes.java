package chat.parley.edge.discord.rest.guild;

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

/// What can be called of a guild as a whole. Paths stand without the API's prefix.
public final class GuildRoutes {
    private GuildRoutes() {}

    public static List<Route> members(PruneEndpoints prune) {
        return List.of(
                get("/guilds/{guild}/prune", CALLER, prune::count), post("/guilds/{guild}/prune", CALLER, prune::run));
    }

    public static List<Route> newcomers(
            WelcomeEndpoints welcome, ScreeningEndpoints screening, OnboardingEndpoints onboarding) {
        return List.of(
                get("/guilds/{guild}/welcome-screen", CALLER, welcome::one),
                patch("/guilds/{guild}/welcome-screen", CALLER, welcome::change),
                get("/guilds/{guild}/member-verification", CALLER, screening::one),
                patch("/guilds/{guild}/member-verification", CALLER, screening::change),
                put("/guilds/{guild}/requests/@me", PERSON, screening::accept),
                get("/guilds/{guild}/onboarding", CALLER, onboarding::one),
                put("/guilds/{guild}/onboarding", CALLER, onboarding::change),
                post("/guilds/{guild}/onboarding-responses", PERSON, onboarding::answer),
                put("/guilds/{guild}/onboarding-responses", PERSON, onboarding::answer));
    }

    public static List<Route> widget(WidgetEndpoints widget) {
        return List.of(
                get("/guilds/{guild}/widget", CALLER, widget::settings),
                patch("/guilds/{guild}/widget", CALLER, widget::change),
                get("/guilds/{guild}/widget.json", PUBLIC, widget::json),
                get("/guilds/{guild}/widget.png", PUBLIC, widget::picture));
    }

    public static List<Route> templates(TemplateEndpoints templates) {
        return List.of(
                get("/guilds/templates/{code}", PUBLIC, templates::one),
                post("/guilds/templates/{code}", PERSON, templates::found).takingFiles(),
                get("/guilds/{guild}/templates", CALLER, templates::list),
                post("/guilds/{guild}/templates", CALLER, templates::create),
                put("/guilds/{guild}/templates/{code}", CALLER, templates::synchronise),
                patch("/guilds/{guild}/templates/{code}", CALLER, templates::change),
                delete("/guilds/{guild}/templates/{code}", CALLER, templates::delete));
    }

    public static List<Route> vanity(VanityEndpoints vanity) {
        return List.of(
                get("/guilds/{guild}/vanity-url", CALLER, vanity::one),
                patch("/guilds/{guild}/vanity-url", CALLER, vanity::change));
    }
}
