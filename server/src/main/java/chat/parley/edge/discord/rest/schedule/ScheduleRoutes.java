package chat.parley.edge.discord.rest.schedule;

import static chat.parley.edge.http.Route.Access.CALLER;
import static chat.parley.edge.http.Route.Access.PERSON;
import static chat.parley.edge.http.Route.delete;
import static chat.parley.edge.http.Route.get;
import static chat.parley.edge.http.Route.patch;
import static chat.parley.edge.http.Route.post;
import static chat.parley.edge.http.Route.put;

import chat.parley.edge.http.Route;
import java.util.List;

/// What can be called of events that are planned. Paths stand without the API's prefix.
public final class ScheduleRoutes {
    private ScheduleRoutes() {}

    public static List<Route> events(ScheduledEventEndpoints events, InterestEndpoints interest) {
        String all = "/guilds/{guild}/scheduled-events";
        String one = all + "/{event}";
        return List.of(
                get(all, CALLER, events::list),
                post(all, CALLER, events::create),
                get(one, CALLER, events::one),
                patch(one, CALLER, events::change),
                delete(one, CALLER, events::delete),
                get(one + "/users", CALLER, interest::people),
                get(one + "/users/counts", CALLER, interest::count),
                put(one + "/users/@me", PERSON, interest::join),
                delete(one + "/users/@me", PERSON, interest::leave),
                get("/users/@me/scheduled-events", PERSON, interest::own));
    }
}
