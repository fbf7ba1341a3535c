package chat.parley.auth;

import chat.parley.account.Account;
import chat.parley.account.User;
import chat.parley.account.Users;
import chat.parley.auth.password.Password;
import chat.parley.auth.session.Device;
import chat.parley.auth.session.Sessions;
import chat.parley.auth.session.SignedIn;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.util.List;
import java.util.Locale;

/// Signing in with a password. The answer, and the time it takes, do not tell whether an account exists.
public final class SignIn {
    private static final String CODE = "INVALID_LOGIN";
    private static final String MESSAGE = "Login or password is invalid.";

    private final Users users;
    private final Credentials credentials;
    private final Sessions sessions;

    public SignIn(Users users, Credentials credentials, Sessions sessions) {
        this.users = users;
        this.credentials = credentials;
        this.sessions = sessions;
    }

    /// @param login a user name or an e-mail address
    /// @throws Refused with `Invalid` when there is no such account or the password is another
    public SignedIn withPassword(String login, Password password, Device device) {
        var account = login.length() > Limits.EMAIL_MAX_CHARS
                ? null
                : users.byLogin(login).filter(SignIn::mayHavePassword).orElse(null);
        var user = account == null ? null : account.id();
        if (!credentials.fits(user == null ? unknown(login) : Credentials.key(user), user, password) || user == null) {
            throw new Refused(new Refusal.Invalid(List.of(
                    new Refusal.Problem("login", CODE, MESSAGE), new Refusal.Problem("password", CODE, MESSAGE))));
        }
        return sessions.open(user, device);
    }

    private static boolean mayHavePassword(Account account) {
        return account.user().kind() == User.Kind.PERSON;
    }

    private static String unknown(String login) {
        String brief = login.length() > Limits.EMAIL_MAX_CHARS ? login.substring(0, Limits.EMAIL_MAX_CHARS) : login;
        return "login " + brief.strip().toLowerCase(Locale.ROOT);
    }
}
