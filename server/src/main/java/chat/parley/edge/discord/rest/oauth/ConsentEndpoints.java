package chat.parley.edge.discord.rest.oauth;

import chat.parley.account.Caller;
import chat.parley.account.Users;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.refusal.Refusal;
import chat.parley.bot.Applications;
import chat.parley.bot.install.Installations;
import chat.parley.bot.install.OwnInstallations;
import chat.parley.bot.oauth.Asked;
import chat.parley.bot.oauth.OAuth;
import chat.parley.bot.oauth.Scope;
import chat.parley.channel.Channels;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.MyGuildShape;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.discord.shape.bot.ApplicationShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.guild.Guilds;
import chat.parley.permission.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The page on which somebody lets an application into a guild, takes it for themselves, or lets its program act for
/// them.
public final class ConsentEndpoints {
    private static final String PERMISSIONS = "permissions";

    private final OAuth oauth;
    private final Applications applications;
    private final Installations installations;
    private final OwnInstallations own;
    private final Guilds guilds;
    private final Channels channels;
    private final Users users;

    public ConsentEndpoints(
            OAuth oauth,
            Applications applications,
            Installations installations,
            OwnInstallations own,
            Guilds guilds,
            Channels channels,
            Users users) {
        this.oauth = oauth;
        this.applications = applications;
        this.installations = installations;
        this.own = own;
        this.guilds = guilds;
        this.channels = channels;
        this.users = users;
    }

    /// What the page shows: who asks for what, and the guilds that the caller may do it for.
    Reply ask(Request request) {
        var caller = request.caller();
        var question = question(request);
        var application = question.application();
        var shown = new LinkedHashMap<String, Object>();
        shown.put(
                "application",
                ApplicationShape.of(application, users.find(application.id()).orElse(null)));
        shown.put("user", UserShape.of(users.one(caller.id())));
        shown.put("guilds", question.needsGuild() ? possible(caller, question) : List.of());
        shown.put("scopes", question.words());
        shown.put(PERMISSIONS, Long.toString(question.permissions()));
        shown.put("integration_type", question.bySelf() ? 1 : 0);
        shown.put("authorized", oauth.agreed(caller, application.id(), question.words()));
        if (question.redirect() != null) {
            shown.put("redirect_uri", question.redirect());
        }
        return Reply.json(shown);
    }

    /// The caller agrees, or does not.
    Reply answer(Request request) {
        var body = Body.of(request);
        var guild = body.id("guild_id");
        var channel = body.id("webhook_channel_id");
        var chosen = body.longNumber(PERMISSIONS, 0, Long.MAX_VALUE);
        boolean agreed = body.flag("authorize", true);
        body.check();
        var question = question(request);
        if (!agreed) {
            var denied = Map.of("error", "access_denied", "error_description", "The person did not agree.");
            return location(question.redirect() == null ? "/" : question.back(denied));
        }
        var place = place(request.caller(), question, guild, channel);
        long permissions = chosen != null ? chosen : question.permissions();
        install(request.caller(), question, place.guild(), permissions);
        if (question.redirect() == null) {
            return location(place.guild() == null ? "/" : "/channels/" + place.guild());
        }
        var asked = new Asked(
                question.application().id(),
                request.caller().id(),
                question.redirect(),
                question.words(),
                question.challenge(),
                question.asks(Scope.BOT) ? place.guild() : null,
                place.channel());
        var back = new LinkedHashMap<String, String>();
        back.put("code", oauth.agree(asked));
        if (asked.guild() != null) {
            back.put("guild_id", asked.guild().text());
            back.put(PERMISSIONS, Long.toString(permissions));
        }
        return location(question.back(back));
    }

    /// What was chosen.
    private record Chosen(@Nullable GuildId guild, @Nullable ChannelId channel) {}

    private Chosen place(Caller caller, Question question, @Nullable Long guild, @Nullable Long channel) {
        ChannelId hooked = null;
        if (question.asks(Scope.WEBHOOK)) {
            if (channel == null) {
                throw Refusal.required("webhook_channel_id");
            }
            hooked = new ChannelId(channel);
            channels.seenBy(caller, hooked).requiring(Permission.MANAGE_WEBHOOKS);
        }
        boolean installs = !question.bySelf() && question.installs();
        if (installs && guild == null) {
            throw Refusal.required("guild_id");
        }
        return new Chosen(installs && guild != null ? new GuildId(guild) : null, hooked);
    }

    private void install(Caller caller, Question question, @Nullable GuildId guild, long permissions) {
        var application = question.application().id();
        if (guild != null) {
            var scopes = question.words().stream()
                    .filter(it -> it.equals(Installations.BOT) || it.equals(Installations.COMMANDS))
                    .toList();
            installations.install(caller, guild, application, scopes, permissions);
        } else if (question.bySelf() && question.asks(Scope.COMMANDS)) {
            own.install(caller, application);
        }
    }

    private List<MyGuildShape> possible(Caller caller, Question question) {
        var needed = !question.bySelf() && question.installs() ? Permission.MANAGE_GUILD : Permission.MANAGE_WEBHOOKS;
        return guilds.ofMember(caller.id()).stream()
                .map(it -> guilds.of(caller, it.id()))
                .filter(it -> it.may(needed))
                .map(it -> MyGuildShape.of(it, false))
                .toList();
    }

    private Question question(Request request) {
        var question = Question.of(request, applications.one(Question.client(request)));
        if (question.installs()) {
            installations.installable(request.caller(), question.application().id());
        }
        return question;
    }

    private static Reply location(String where) {
        return Reply.json(Map.of("location", where));
    }
}
