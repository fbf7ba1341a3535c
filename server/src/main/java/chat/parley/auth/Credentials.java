package chat.parley.auth;

import chat.parley.account.Account;
import chat.parley.account.Caller;
import chat.parley.auth.password.Hashing;
import chat.parley.auth.password.Password;
import chat.parley.auth.password.PasswordPolicy;
import chat.parley.auth.session.Sessions;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// People's passwords: checking, changing, resetting.
public final class Credentials {
    private final CredentialStore store;
    private final Hashing hashing;
    private final FailedSignIns failures;
    private final Sessions sessions;
    private final Clock clock;

    public Credentials(CredentialStore store, Hashing hashing, FailedSignIns failures, Sessions sessions, Clock clock) {
        this.store = store;
        this.hashing = hashing;
        this.failures = failures;
        this.sessions = sessions;
        this.clock = clock;
    }

    /// Whether it is the password of that account. The work is the same when there is no such account, and also when
    /// it has no password. A good one is hashed anew when its hash is outdated.
    ///
    /// @param key under which failures are counted
    /// @throws Refused with `TooOften` after too many failures
    boolean fits(String key, @Nullable UserId user, Password password) {
        failures.check(key);
        String stored = user == null ? null : store.hash(user).orElse(null);
        boolean fits = password.text().length() <= 2 * Limits.PASSWORD_MAX_CHARS && hashing.matches(password, stored);
        if (!fits || user == null || stored == null) {
            failures.add(key);
            return false;
        }
        failures.forget(key);
        if (hashing.outdated(stored)) {
            store.upgrade(user, stored, hashing.hash(password));
        }
        return true;
    }

    /// For what only the owner of the account may do, and not whoever found their device unlocked.
    ///
    /// @throws Refused with `Invalid` on `password` when it is missing or wrong
    void confirm(Caller caller, @Nullable Password password) {
        if (password == null) {
            throw Refusal.required("password");
        }
        if (!fits(key(caller.id()), caller.id(), password)) {
            throw Refusal.invalid("password", "PASSWORD_DOES_NOT_MATCH", "Password does not match.");
        }
    }

    /// The caller's other devices are signed out. The present password must have been confirmed.
    void change(Caller caller, Password next) {
        store.replace(caller.id(), hashing.hash(next), clock.instant());
        sessions.revokeOthers(caller);
    }

    /// Sets a password without knowing the former, and signs the account out everywhere. For the command line: an
    /// operator's shell is the authority.
    ///
    /// @throws Refused with `Invalid` when the password is not good enough
    public void reset(Account account, Password next) {
        check("password", next, account.user().username());
        store.replace(account.id(), hashing.hash(next), clock.instant());
        sessions.revokeAll(account.id());
    }

    void insert(Database.Sql sql, UserId user, String hash) throws SQLException {
        store.insert(sql, user, hash, clock.instant());
    }

    static void check(String field, Password password, String username) {
        var problem = PasswordPolicy.problem(field, password, username);
        if (problem != null) {
            throw new Refused(new Refusal.Invalid(List.of(problem)));
        }
    }

    static String key(UserId user) {
        return "user " + user.text();
    }
}
