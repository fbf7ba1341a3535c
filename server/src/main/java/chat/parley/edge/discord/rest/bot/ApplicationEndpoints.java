package chat.parley.edge.discord.rest.bot;

import chat.parley.account.Caller;
import chat.parley.account.Field;
import chat.parley.account.Users;
import chat.parley.auth.bot.NewBot;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.bot.Application;
import chat.parley.bot.Applications;
import chat.parley.bot.install.Installations;
import chat.parley.bot.install.OwnInstallations;
import chat.parley.bot.oauth.OAuth;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.rest.body.PictureField;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.discord.shape.bot.OwnApplicationShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.file.portrait.PortraitKind;
import chat.parley.file.portrait.Portraits;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;

/// Applications: for their owners, and, under `@me`, for their bots.
public final class ApplicationEndpoints {
    private final Applications applications;
    private final Installations installations;
    private final OwnInstallations own;
    private final OAuth oauth;
    private final Users users;
    private final EndpointCaller endpoint;
    private final ApplicationEmojiEndpoints emojis;
    private final Portraits portraits;

    public ApplicationEndpoints(
            Applications applications,
            Installations installations,
            OwnInstallations own,
            OAuth oauth,
            Users users,
            EndpointCaller endpoint,
            ApplicationEmojiEndpoints emojis,
            Portraits portraits) {
        this.applications = applications;
        this.installations = installations;
        this.own = own;
        this.oauth = oauth;
        this.users = users;
        this.endpoint = endpoint;
        this.emojis = emojis;
        this.portraits = portraits;
    }

    /// A bot's user object with its token, which is shown this once.
    public record Shown(@JsonUnwrapped UserShape user, String token) {}

    public Reply list(Request request) {
        return Reply.json(
                applications.of(request.caller()).stream().map(this::whole).toList());
    }

    public Reply create(Request request) {
        var body = Body.of(request);
        String name = body.requiredText("name", 1, Limits.APPLICATION_NAME_MAX_CHARS);
        body.check();
        return Reply.json(201, whole(applications.create(request.caller(), name)));
    }

    public Reply one(Request request) {
        return Reply.json(whole(applications.own(request.caller(), id(request))));
    }

    public Reply change(Request request) {
        return changed(request, id(request));
    }

    public Reply delete(Request request) {
        var application = applications.own(request.caller(), id(request));
        installations.removeAll(application.id());
        emojis.forgetAll(application.id());
        applications.delete(request.caller(), application.id());
        return Reply.none();
    }

    /// The first token; a bot that has one keeps it.
    public Reply bot(Request request) {
        if (applications.own(request.caller(), id(request)).access().tokenShownAt() != null) {
            throw Refusal.conflict("The bot has a token already. Reset it to get another.");
        }
        return reset(request);
    }

    public Reply reset(Request request) {
        NewBot made = applications.token(request.caller(), id(request));
        return Reply.json(new Shown(UserShape.of(made.user()), made.token()));
    }

    public Reply me(Request request) {
        return Reply.json(whole(applications.own(request.caller(), self(request.caller()))));
    }

    public Reply changeMe(Request request) {
        return changed(request, self(request.caller()));
    }

    /// The secret with which its programs fetch people's tokens, shown this once.
    public Reply secret(Request request) {
        return Reply.json(Map.of("secret", applications.secret(request.caller(), id(request))));
    }

    private Reply changed(Request request, UserId id) {
        var caller = request.caller();
        var body = Body.of(request);
        var before = applications.own(caller, id);
        var reach = ApplicationBody.reach(before.reach(), body);
        ApplicationBody.changed(before, body, caller.bot(), Field.untouched());
        body.check();
        var icon = PictureField.of(body, "icon", portraits, PortraitKind.APP_ICON, id.text());
        body.check();
        endpoint.verify(before, reach);
        var changed = applications.change(
                caller,
                id,
                it -> ApplicationBody.changed(it, body, caller.bot(), icon).reached(reach));
        return Reply.json(whole(changed));
    }

    /// A person has no application of their own id, and learns so.
    private static UserId self(Caller caller) {
        return caller.id();
    }

    private OwnApplicationShape whole(Application it) {
        var bot = users.find(it.id()).orElse(null);
        var reach =
                new OwnApplicationShape.Counts(installations.count(it.id()), own.count(it.id()), oauth.people(it.id()));
        return OwnApplicationShape.of(it, bot, users.one(it.owner()), reach);
    }

    private static UserId id(Request request) {
        return UserId.of(request.path("application"));
    }
}
