package chat.parley.edge.discord.rest.bot;

import static chat.parley.base.limit.RateRule.HOOK;
import static chat.parley.edge.http.Route.Access.CALLER;
import static chat.parley.edge.http.Route.Access.PERSON;
import static chat.parley.edge.http.Route.Access.PUBLIC;
import static chat.parley.edge.http.Route.delete;
import static chat.parley.edge.http.Route.get;
import static chat.parley.edge.http.Route.patch;
import static chat.parley.edge.http.Route.post;
import static chat.parley.edge.http.Route.put;

import chat.parley.edge.http.Route;
import java.util.ArrayList;
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
                patch("/applications/@me", CALLER, applications::changeMe).takingFiles(),
                get("/oauth2/applications/@me", CALLER, applications::me),
                get(one, CALLER, applications::one),
                patch(one, CALLER, applications::change).takingFiles(),
                delete(one, PERSON, applications::delete),
                post(one + "/bot", PERSON, applications::bot),
                post(one + "/bot/reset", PERSON, applications::reset),
                post(one + "/reset", PERSON, applications::secret));
    }

    public static List<Route> emojis(ApplicationEmojiEndpoints emojis) {
        String all = "/applications/{application}/emojis";
        String one = all + "/{emoji}";
        return List.of(
                get(all, CALLER, emojis::list),
                post(all, CALLER, emojis::create),
                get(one, CALLER, emojis::one),
                patch(one, CALLER, emojis::change),
                delete(one, CALLER, emojis::delete));
    }

    public static List<Route> installations(InstallEndpoints installations) {
        return List.of(
                get("/guilds/{guild}/integrations", CALLER, installations::list),
                delete("/guilds/{guild}/integrations/{integration}", CALLER, installations::remove));
    }

    public static List<Route> commands(CommandEndpoints commands) {
        var all = new ArrayList<Route>();
        String application = "/applications/{application}";
        for (String place : List.of(application, application + "/guilds/{guild}")) {
            String one = place + "/commands/{command}";
            all.add(get(place + "/commands", CALLER, commands::list));
            all.add(post(place + "/commands", CALLER, commands::create));
            all.add(put(place + "/commands", CALLER, commands::replace));
            all.add(get(one, CALLER, commands::one));
            all.add(patch(one, CALLER, commands::change));
            all.add(delete(one, CALLER, commands::delete));
        }
        String rules = application + "/guilds/{guild}/commands";
        all.add(get(rules + "/permissions", CALLER, commands::allRules));
        all.add(get(rules + "/{command}/permissions", CALLER, commands::rules));
        all.add(put(rules + "/{command}/permissions", CALLER, commands::rule));
        all.add(get("/guilds/{guild}/application-command-index", PERSON, commands::guildIndex));
        all.add(get("/channels/{channel}/application-command-index", PERSON, commands::index));
        return all;
    }

    public static List<Route> interactions(
            InteractionEndpoints interactions, ReplyEndpoints replies, TokenEndpoints tokens) {
        String hook = "/webhooks/{webhook}/{token}";
        String message = hook + "/messages/{message}";
        return List.of(
                post("/interactions", PERSON, interactions::use).takingFiles(),
                post("/interactions/{interaction}/{token}/callback", PUBLIC, replies::callback)
                        .takingFiles(),
                post(hook, PUBLIC, tokens::execute).limitedBy(HOOK).takingFiles(),
                get(message, PUBLIC, tokens::one),
                patch(message, PUBLIC, tokens::edit).limitedBy(HOOK).takingFiles(),
                delete(message, PUBLIC, tokens::delete).limitedBy(HOOK));
    }

    public static List<Route> webhooks(WebhookEndpoints webhooks, HookEndpoints hooks) {
        String one = "/webhooks/{webhook}";
        String own = one + "/{token}";
        return List.of(
                get("/channels/{channel}/webhooks", CALLER, webhooks::ofChannel),
                post("/channels/{channel}/webhooks", CALLER, webhooks::create).takingFiles(),
                get("/guilds/{guild}/webhooks", CALLER, webhooks::ofGuild),
                get(one, CALLER, webhooks::one),
                patch(one, CALLER, webhooks::change).takingFiles(),
                delete(one, CALLER, webhooks::delete),
                get(own, PUBLIC, webhooks::oneByToken),
                patch(own, PUBLIC, webhooks::changeByToken).takingFiles(),
                delete(own, PUBLIC, webhooks::deleteByToken),
                post(own + "/slack", PUBLIC, hooks::slack).limitedBy(HOOK),
                post(own + "/github", PUBLIC, hooks::github).limitedBy(HOOK));
    }

    public static List<Route> outgoing(OutgoingEndpoints outgoing) {
        String all = "/guilds/{guild}/outgoing-webhooks";
        String one = all + "/{hook}";
        String dead = one + "/dead-letters";
        return List.of(
                get(all, PERSON, outgoing::list),
                post(all, PERSON, outgoing::create),
                patch(one, PERSON, outgoing::change),
                delete(one, PERSON, outgoing::delete),
                get(dead, PERSON, outgoing::dead),
                post(one + "/secret", PERSON, outgoing::rotate),
                get(one + "/deliveries", PERSON, outgoing::deliveries),
                post(dead + "/{letter}/retry", PERSON, outgoing::retry),
                delete(dead + "/{letter}", PERSON, outgoing::discard));
    }
}
