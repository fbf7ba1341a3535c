package chat.parley.edge.discord.rest.people;

import static chat.parley.edge.http.Route.Access.CALLER;
import static chat.parley.edge.http.Route.Access.PERSON;
import static io.netty.handler.codec.http.HttpMethod.DELETE;
import static io.netty.handler.codec.http.HttpMethod.GET;
import static io.netty.handler.codec.http.HttpMethod.PATCH;
import static io.netty.handler.codec.http.HttpMethod.POST;
import static io.netty.handler.codec.http.HttpMethod.PUT;

import chat.parley.edge.http.Route;
import chat.parley.edge.http.Route.Handler;
import io.netty.handler.codec.http.HttpMethod;
import java.util.List;

/// What people can call about people, as one table.
public final class PeopleRoutes {
    private static final String MINE = "/users/@me";

    private PeopleRoutes() {}

    public static List<Route> friends(FriendEndpoints friends, ProfileEndpoints profiles) {
        return List.of(
                person(GET, MINE + "/relationships", friends::list),
                person(POST, MINE + "/relationships", friends::ask),
                person(PUT, MINE + "/relationships/{user}", friends::put),
                person(PATCH, MINE + "/relationships/{user}", friends::rename),
                person(DELETE, MINE + "/relationships/{user}", friends::remove),
                person(GET, "/users/{user}/relationships", profiles::mutualFriends),
                person(GET, "/users/{user}/profile", profiles::one),
                person(GET, MINE + "/notes", profiles::notes),
                person(GET, MINE + "/notes/{user}", profiles::note),
                person(PUT, MINE + "/notes/{user}", profiles::writeNote));
    }

    public static List<Route> inbox(AlertEndpoints alerts, MentionEndpoints mentions) {
        return List.of(
                person(PATCH, MINE + "/guilds/{guild}/settings", alerts::change),
                person(PATCH, MINE + "/guilds/settings", alerts::changeMany),
                person(GET, MINE + "/mentions", mentions::list),
                person(DELETE, MINE + "/mentions/{message}", mentions::dismiss));
    }

    public static List<Route> search(SearchEndpoints search) {
        return List.of(
                person(GET, MINE + "/messages/search", search::inConversations),
                Route.of(GET, "/guilds/{guild}/messages/search", CALLER, search::inGuild),
                Route.of(GET, "/channels/{channel}/messages/search", CALLER, search::inChannel));
    }

    private static Route person(HttpMethod method, String pattern, Handler handler) {
        return Route.of(method, pattern, PERSON, handler);
    }
}
