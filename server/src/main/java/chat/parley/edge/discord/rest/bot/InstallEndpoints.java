package chat.parley.edge.discord.rest.bot;

import chat.parley.account.Users;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.bot.Applications;
import chat.parley.bot.install.Installation;
import chat.parley.bot.install.Installations;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.MyGuildShape;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.discord.shape.bot.ApplicationShape;
import chat.parley.edge.discord.shape.bot.IntegrationShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.guild.Guilds;
import chat.parley.permission.Permission;
import chat.parley.permission.Permissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The page that installs an application in a guild, and a guild's list of what is installed.
public final class InstallEndpoints {
    private static final String PERMISSIONS = "permissions";

    private final Installations installations;
    private final Applications applications;
    private final Guilds guilds;
    private final Users users;

    public InstallEndpoints(Installations installations, Applications applications, Guilds guilds, Users users) {
        this.installations = installations;
        this.applications = applications;
        this.guilds = guilds;
        this.users = users;
    }

    /// What the page shows: who asks for what, and the guilds that the caller may install it in.
    public Reply ask(Request request) {
        var caller = request.caller();
        var application = installations.installable(caller, client(request));
        var scopes = scopes(request, application.install().scopes());
        var possible = guilds.ofMember(caller.id()).stream()
                .map(it -> guilds.of(caller, it.id()))
                .filter(it -> it.may(Permission.MANAGE_GUILD))
                .map(it -> MyGuildShape.of(it, false))
                .toList();
        var bot = users.find(application.id()).orElse(null);
        return Reply.json(Map.of(
                "application",
                ApplicationShape.of(application, bot),
                "user",
                UserShape.of(users.one(caller.id())),
                "guilds",
                possible,
                "scopes",
                scopes,
                PERMISSIONS,
                Long.toString(asked(request, application.install().permissions())),
                "authorized",
                false));
    }

    /// Installs it.
    public Reply authorize(Request request) {
        var body = Body.of(request);
        var guild = body.id("guild_id");
        var chosen = body.longNumber(PERMISSIONS, 0, Long.MAX_VALUE);
        boolean agreed = body.flag("authorize", true);
        body.check();
        if (guild == null) {
            throw Refusal.required("guild_id");
        }
        var application = installations.installable(request.caller(), client(request));
        if (!agreed) {
            return Reply.json(Map.of("location", "/"));
        }
        long permissions =
                chosen != null ? chosen : asked(request, application.install().permissions());
        installations.install(
                request.caller(),
                new GuildId(guild),
                application.id(),
                scopes(request, application.install().scopes()),
                permissions);
        return Reply.json(Map.of("location", "/channels/" + guild));
    }

    public Reply list(Request request) {
        var found = installations.in(request.caller(), guild(request));
        return Reply.json(shown(found));
    }

    public Reply remove(Request request) {
        installations.remove(request.caller(), guild(request), UserId.of(request.path("integration")));
        return Reply.none();
    }

    private List<IntegrationShape> shown(List<Installation> found) {
        var known =
                applications.all(found.stream().map(Installation::application).toList());
        var people = users.all(found.stream()
                .flatMap(it -> Stream.of(it.application(), it.installedBy()))
                .toList());
        var shown = new ArrayList<IntegrationShape>();
        for (var it : found) {
            var application = known.get(it.application());
            if (application != null) {
                shown.add(IntegrationShape.of(it, application, people));
            }
        }
        return shown;
    }

    private static UserId client(Request request) {
        String id = request.query("client_id");
        if (id == null) {
            throw Refusal.required("client_id");
        }
        return UserId.of(id);
    }

    /// Of those asked for, the ones that there are; both when nothing is said.
    private static List<String> scopes(Request request, List<String> otherwise) {
        String text = request.query("scope");
        if (text == null || text.isBlank()) {
            return otherwise.isEmpty() ? List.of(Installations.BOT, Installations.COMMANDS) : otherwise;
        }
        var scopes = Stream.of(text.strip().split("[ +]+", -1)).distinct().toList();
        for (String scope : scopes) {
            if (!ApplicationBody.SCOPES.contains(scope)) {
                throw Refusal.invalid("scope", "ENUM_TYPE_COERCE", "Only bot and applications.commands are granted.");
            }
        }
        return scopes;
    }

    private static long asked(Request request, long otherwise) {
        String text = request.query(PERMISSIONS);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return Long.parseUnsignedLong(text) & Permissions.ALL;
        } catch (NumberFormatException notANumber) {
            throw Refusal.invalid(PERMISSIONS, "NUMBER_TYPE_COERCE", "Value is not int.");
        }
    }

    private static GuildId guild(Request request) {
        return GuildId.of(request.path("guild"));
    }
}
