package chat.parley.auth;

import chat.parley.account.Account;
import chat.parley.account.Caller;
import chat.parley.account.ProfileChange;
import chat.parley.account.Users;
import chat.parley.auth.password.Password;
import org.jspecify.annotations.Nullable;

/// What somebody changes about their own account, where some of it needs the password.
public final class OwnAccount {
    private final Users users;
    private final Credentials credentials;

    public OwnAccount(Users users, Credentials credentials) {
        this.users = users;
        this.credentials = credentials;
    }

    /// User name, e-mail address and password are changed only with the present password; a new password signs the
    /// other devices out. Bots have no password and need none.
    ///
    /// @throws Refused with `Invalid` when a field is wrong, a name is taken, or the password is missing or wrong
    public Account change(Caller caller, ProfileChange change, @Nullable Password present, @Nullable Password next) {
        var before = users.account(caller.id());
        boolean sensitive = next != null || change.identity(before);
        if (next != null) {
            Credentials.check("new_password", next, before.user().username());
        }
        if (sensitive && !caller.bot()) {
            credentials.confirm(caller, present);
        }
        var after = users.change(caller, change);
        if (next != null && !caller.bot()) {
            credentials.change(caller, next);
        }
        return after;
    }
}
