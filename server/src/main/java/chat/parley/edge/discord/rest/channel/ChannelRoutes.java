package chat.parley.edge.discord.rest.channel;

import static chat.parley.base.limit.RateRule.MANAGE;
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

/// What can be called of channels, threads and invites. Paths stand without the API's prefix.
public final class ChannelRoutes {
    private ChannelRoutes() {}

    public static List<Route> channels(ChannelEndpoints channels, InviteEndpoints invites) {
        return List.of(
                get("/guilds/{guild}/channels", CALLER, channels::list),
                post("/guilds/{guild}/channels", CALLER, channels::create),
                patch("/guilds/{guild}/channels", CALLER, channels::arrange),
                get("/channels/{channel}", CALLER, channels::one),
                patch("/channels/{channel}", CALLER, channels::change).limitedBy(MANAGE),
                delete("/channels/{channel}", CALLER, channels::delete),
                put("/channels/{channel}/permissions/{overwrite}", CALLER, channels::overwrite)
                        .limitedBy(MANAGE),
                delete("/channels/{channel}/permissions/{overwrite}", CALLER, channels::removeOverwrite),
                get("/channels/{channel}/invites", CALLER, invites::ofChannel),
                post("/channels/{channel}/invites", CALLER, invites::create),
                get("/guilds/{guild}/invites", CALLER, invites::ofGuild),
                get("/invites/{code}", PUBLIC, invites::one),
                post("/invites/{code}", PERSON, invites::accept),
                delete("/invites/{code}", CALLER, invites::delete));
    }

    public static List<Route> posts(PostEndpoints posts) {
        return List.of(
                get("/channels/{channel}/threads/search", CALLER, posts::search),
                post("/channels/{channel}/post-data", CALLER, posts::data));
    }

    public static List<Route> threads(ThreadEndpoints threads, ThreadMemberEndpoints members) {
        String thread = "/channels/{channel}/thread-members";
        return List.of(
                post("/channels/{channel}/threads", CALLER, threads::start).takingFiles(),
                post("/channels/{channel}/messages/{message}/threads", CALLER, threads::startFrom),
                get("/guilds/{guild}/threads/active", CALLER, threads::active),
                get("/channels/{channel}/threads/archived/public", CALLER, threads::archivedPublic),
                get("/channels/{channel}/threads/archived/private", CALLER, threads::archivedPrivate),
                get("/channels/{channel}/users/@me/threads/archived/private", CALLER, threads::joinedPrivate),
                get(thread, CALLER, members::list),
                put(thread + "/@me", CALLER, members::join),
                delete(thread + "/@me", CALLER, members::leave),
                get(thread + "/{user}", CALLER, members::one),
                put(thread + "/{user}", CALLER, members::add),
                delete(thread + "/{user}", CALLER, members::remove));
    }

    public static List<Route> polls(PollEndpoints polls) {
        String poll = "/channels/{channel}/polls/{message}";
        return List.of(
                get(poll + "/answers/{answer}", CALLER, polls::voters),
                put(poll + "/answers/@me", PERSON, polls::vote),
                post(poll + "/expire", CALLER, polls::expire));
    }

    public static List<Route> announcements(AnnouncementEndpoints announcements) {
        return List.of(
                post("/channels/{channel}/followers", CALLER, announcements::follow),
                post("/channels/{channel}/messages/{message}/crosspost", CALLER, announcements::publish));
    }

    public static List<Route> previews(PreviewEndpoints previews) {
        return List.of(
                get("/guilds/{guild}/preview", CALLER, previews::preview),
                get("/guilds/{guild}/regions", CALLER, previews::regionsOf),
                get("/voice/regions", CALLER, previews::regions));
    }
}
