package chat.parley.edge.discord.rest;

import chat.parley.account.Account;
import chat.parley.account.Caller;
import chat.parley.account.Field;
import chat.parley.account.ProfileChange;
import chat.parley.account.Users;
import chat.parley.account.settings.UserSettings;
import chat.parley.auth.OwnAccount;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.rest.body.PictureField;
import chat.parley.edge.discord.shape.OwnUserShape;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.file.portrait.PortraitKind;
import chat.parley.file.portrait.Portraits;
import org.jspecify.annotations.Nullable;

/// Users, and the caller's own account.
public final class UserEndpoints {
    private static final int COLOR_MAX = 0xFFFFFF;

    private final Users users;
    private final OwnAccount ownAccount;
    private final UserSettings settings;
    private final Portraits portraits;

    public UserEndpoints(Users users, OwnAccount ownAccount, UserSettings settings, Portraits portraits) {
        this.users = users;
        this.ownAccount = ownAccount;
        this.settings = settings;
        this.portraits = portraits;
    }

    public Reply me(Request request) {
        var caller = request.caller();
        var account = users.account(caller.id());
        var errand = caller.errand();
        if (errand == null) {
            return own(caller, account);
        }
        boolean addressed = errand.scopes().contains("email");
        return Reply.json(OwnUserShape.of(account, settings.of(caller.id())).toProgram(addressed));
    }

    public Reply one(Request request) {
        return Reply.json(UserShape.of(users.one(UserId.of(request.path("user")))));
    }

    public Reply changeMe(Request request) {
        var body = Body.of(request);
        String self = request.caller().id().text();
        var change = new ProfileChange(
                body.text("username", Limits.USERNAME_MIN_CHARS, Limits.USERNAME_MAX_CHARS),
                removable(body, "global_name", Limits.DISPLAY_NAME_MAX_CHARS),
                emptied(body, "bio", Limits.BIO_MAX_CHARS),
                emptied(body, "pronouns", Limits.PRONOUNS_MAX_CHARS),
                body.has("accent_color") ? Field.of(body.number("accent_color", 0, COLOR_MAX)) : Field.untouched(),
                removable(body, "email", Limits.EMAIL_MAX_CHARS),
                PictureField.of(body, "avatar", portraits, PortraitKind.AVATAR, self),
                PictureField.of(body, "banner", portraits, PortraitKind.BANNER, self));
        var present = PasswordField.optional(body, "password");
        var next = PasswordField.optional(body, "new_password");
        body.check();
        return own(request.caller(), ownAccount.change(request.caller(), change, present, next));
    }

    private Reply own(Caller caller, Account account) {
        return Reply.json(OwnUserShape.of(account, settings.of(caller.id())));
    }

    /// `null` and empty text take it away.
    private static Field<String> removable(Body body, String field, int max) {
        if (!body.has(field)) {
            return Field.untouched();
        }
        String text = body.text(field, 0, max);
        return Field.of(text == null || text.isEmpty() ? null : text);
    }

    private static @Nullable String emptied(Body body, String field, int max) {
        return body.isNull(field) ? "" : body.text(field, 0, max);
    }
}
