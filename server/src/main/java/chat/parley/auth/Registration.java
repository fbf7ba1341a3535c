package chat.parley.auth;

import chat.parley.account.Account;
import chat.parley.account.Caller;
import chat.parley.account.NewAccount;
import chat.parley.account.User;
import chat.parley.account.Users;
import chat.parley.auth.password.Hashing;
import chat.parley.auth.password.Password;
import chat.parley.auth.password.PasswordPolicy;
import chat.parley.auth.session.Device;
import chat.parley.auth.session.Sessions;
import chat.parley.auth.session.SignedIn;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Becoming somebody. The first person on a node becomes its operator, whatever the mode.
public final class Registration {
    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

    private final Users users;
    private final Credentials credentials;
    private final Hashing hashing;
    private final Sessions sessions;
    private final Supplier<RegistrationMode> mode;
    private final RegistrationInvites invites;

    public Registration(
            Users users,
            Credentials credentials,
            Hashing hashing,
            Sessions sessions,
            Supplier<RegistrationMode> mode,
            RegistrationInvites invites) {
        this.users = users;
        this.credentials = credentials;
        this.hashing = hashing;
        this.sessions = sessions;
        this.mode = mode;
        this.invites = invites;
    }

    /// Makes an account and signs it in.
    ///
    /// @throws Refused with `Invalid` naming every field that is wrong, or `NotAllowed` when registration is closed
    public SignedIn register(NewAccount wanted, Password password, @Nullable String invite, Device device) {
        boolean setup = users.setupRequired();
        if (!setup) {
            admit(invite);
        }
        check(wanted, password);
        String hash = hashing.hash(password);
        var account = setup ? first(wanted, hash, invite) : created(wanted, hash);
        var signedIn = sessions.open(account.id(), device);
        if (invite != null) {
            join(account, signedIn, invite);
        }
        return signedIn;
    }

    /// Makes an account whatever the mode, without signing it in. For the command line: an operator's shell is the
    /// authority.
    ///
    /// @throws Refused with `Invalid` naming every field that is wrong
    public Account create(NewAccount wanted, Password password) {
        check(wanted, password);
        String hash = hashing.hash(password);
        return users.setupRequired() ? first(wanted, hash, null) : created(wanted, hash);
    }

    /// Somebody who was a moment too late for the set-up is one of many, for whom the mode counts.
    private Account first(NewAccount wanted, String hash, @Nullable String invite) {
        var operator = users.createFirst(wanted, (sql, id) -> credentials.insert(sql, id, hash));
        if (operator.isPresent()) {
            return operator.get();
        }
        admit(invite);
        return created(wanted, hash);
    }

    private Account created(NewAccount wanted, String hash) {
        return users.create(wanted, (sql, id) -> credentials.insert(sql, id, hash));
    }

    private void admit(@Nullable String invite) {
        var now = mode.get();
        if (now == RegistrationMode.CLOSED) {
            throw Refusal.notAllowed("Registration is closed.");
        }
        if (now == RegistrationMode.INVITE && invite == null) {
            throw Refusal.invalid("invite", "INVITE_REQUIRED", "An invite is needed to register here.");
        }
        if (invite != null && !invites.valid(invite)) {
            throw Refusal.invalid("invite", "INVITE_INVALID", "This invite is not valid any more.");
        }
    }

    private static void check(NewAccount wanted, Password password) {
        var problems = new ArrayList<>(wanted.problems());
        var weak = PasswordPolicy.problem("password", password, wanted.username());
        if (weak != null) {
            problems.add(weak);
        }
        if (wanted.kind() != User.Kind.PERSON) {
            throw new IllegalArgumentException("Only people register");
        }
        if (!problems.isEmpty()) {
            throw new Refused(new Refusal.Invalid(problems));
        }
    }

    /// The account is there and stays, also when the invite was used up in this very moment: the person is told so by
    /// the guild's absence and may ask for another.
    private void join(Account account, SignedIn signedIn, String invite) {
        var caller = new Caller(account.id(), signedIn.session(), false, account.operator());
        try {
            invites.join(caller, invite);
        } catch (Refused refused) {
            LOG.info("User {} registered with an invite that admits nobody any more", account.id(), refused);
        }
    }
}
