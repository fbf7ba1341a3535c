package chat.parley.edge.discord.rest.oauth;

import static chat.parley.edge.http.Route.Access.CALLER;
import static chat.parley.edge.http.Route.Access.PERSON;
import static chat.parley.edge.http.Route.Access.PUBLIC;
import static chat.parley.edge.http.Route.delete;
import static chat.parley.edge.http.Route.get;
import static chat.parley.edge.http.Route.post;

import chat.parley.edge.http.Route;
import java.util.List;

/// The routes of this package.
public final class OAuthRoutes {
    private OAuthRoutes() {}

    public static List<Route> of(ConsentEndpoints consent, GrantEndpoints grants) {
        return List.of(
                get("/oauth2/authorize", PERSON, consent::ask),
                post("/oauth2/authorize", PERSON, consent::answer),
                post("/oauth2/token", PUBLIC, grants::token),
                post("/oauth2/token/revoke", PUBLIC, grants::revoke),
                get("/oauth2/@me", CALLER, grants::me).openTo(Route.ANY_SCOPE),
                get("/oauth2/tokens", PERSON, grants::list),
                delete("/oauth2/tokens/{application}", PERSON, grants::end));
    }
}
