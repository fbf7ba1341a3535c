package chat.parley.edge.discord.rest;

import chat.parley.account.NewAccount;
import chat.parley.account.User;
import chat.parley.auth.Registration;
import chat.parley.auth.SignIn;
import chat.parley.auth.session.Device;
import chat.parley.auth.session.Sessions;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.SessionShape;
import chat.parley.edge.discord.shape.SignedInShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Becoming somebody, signing in and out, and the devices on which one is.
public final class AuthEndpoints {
    private static final int LOGIN_MAX_CHARS = Limits.EMAIL_MAX_CHARS;
    private static final int CODE_MAX_CHARS = 64;

    private final Registration registration;
    private final SignIn signIn;
    private final Sessions sessions;

    public AuthEndpoints(Registration registration, SignIn signIn, Sessions sessions) {
        this.registration = registration;
        this.signIn = signIn;
        this.sessions = sessions;
    }

    public Reply register(Request request) {
        var body = Body.of(request);
        String username = body.requiredText("username", Limits.USERNAME_MIN_CHARS, Limits.USERNAME_MAX_CHARS);
        var password = PasswordField.required(body, "password");
        String displayName = filled(body.text("global_name", 0, Limits.DISPLAY_NAME_MAX_CHARS));
        String email = filled(body.text("email", 0, Limits.EMAIL_MAX_CHARS));
        String invite = filled(body.text("invite", 0, CODE_MAX_CHARS));
        body.check();
        var wanted = new NewAccount(username, displayName, email, User.Kind.PERSON);
        return Reply.json(201, SignedInShape.of(registration.register(wanted, password, invite, device(request))));
    }

    public Reply login(Request request) {
        var body = Body.of(request);
        String login = body.requiredText("login", 1, LOGIN_MAX_CHARS);
        var password = PasswordField.required(body, "password");
        body.check();
        return Reply.json(SignedInShape.of(signIn.withPassword(login, password, device(request))));
    }

    public Reply refresh(Request request) {
        var body = Body.of(request);
        String token = body.requiredText("refresh_token", 1, Limits.ACCESS_TOKEN_MAX_CHARS);
        body.check();
        return Reply.json(SignedInShape.of(sessions.refresh(token, device(request))));
    }

    public Reply logout(Request request) {
        sessions.leave(request.caller());
        return Reply.none();
    }

    public Reply sessions(Request request) {
        var caller = request.caller();
        var mine = sessions.list(caller).stream()
                .map(it -> SessionShape.of(it, caller))
                .toList();
        return Reply.json(Map.of("user_sessions", mine));
    }

    public Reply endSessions(Request request) {
        var body = Body.of(request);
        boolean others = body.flag("all_others", false);
        var hashes = hashes(body);
        body.check();
        if (others) {
            sessions.revokeOthers(request.caller());
        } else {
            sessions.revoke(request.caller(), hashes);
        }
        return Reply.none();
    }

    private static List<String> hashes(Body body) {
        var node = body.tree().path("session_id_hashes");
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!node.isArray() || node.size() > Limits.SESSIONS_PER_USER_MAX) {
            body.wrong(
                    "session_id_hashes",
                    "LIST_TYPE_CONVERT",
                    "Must be a list of at most " + Limits.SESSIONS_PER_USER_MAX + ".");
            return List.of();
        }
        return node.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    private static Device device(Request request) {
        return Device.of(request.headers().get(HttpHeaderNames.USER_AGENT, ""), request.ip());
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
