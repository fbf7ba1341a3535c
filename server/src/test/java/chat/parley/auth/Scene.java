package chat.parley.auth;

import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.parley.account.Caller;
import chat.parley.account.NewAccount;
import chat.parley.account.User;
import chat.parley.account.UserStore;
import chat.parley.account.Users;
import chat.parley.auth.bot.BotTokenStore;
import chat.parley.auth.bot.Bots;
import chat.parley.auth.password.Argon2Cost;
import chat.parley.auth.password.Hashing;
import chat.parley.auth.password.Password;
import chat.parley.auth.session.Device;
import chat.parley.auth.session.SessionStore;
import chat.parley.auth.session.Sessions;
import chat.parley.auth.session.SignedIn;
import chat.parley.auth.token.AccessTokens;
import chat.parley.auth.token.SigningKeyStore;
import chat.parley.auth.token.SigningKeys;
import chat.parley.base.bus.Event;
import chat.parley.base.bus.InProcessBus;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.testing.MovingClock;
import chat.parley.testing.TestDatabase;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;

/// Accounts and authentication as `App` wires them, on a database of their own, with a clock that tests move and hashes
/// that cost little.
final class Scene implements AutoCloseable {
    static final String GOOD = "a good long password";
    static final Device LAPTOP = new Device("Linux", "Firefox", "192.0.2.1");
    static final Device PHONE = new Device("Android", "Chrome", "192.0.2.2");
    static final Duration ROTATION = Duration.ofDays(30);
    static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);

    final MovingClock clock = new MovingClock();
    final List<Event> events = new CopyOnWriteArrayList<>();
    final List<String> joined = new CopyOnWriteArrayList<>();
    final Set<String> invites = new HashSet<>();
    RegistrationMode mode = RegistrationMode.OPEN;

    final TestDatabase own = TestDatabase.lived(clock);
    final Database database = own.database();
    final InProcessBus bus = new InProcessBus();
    final Snowflakes ids = new Snowflakes(clock, 1);
    final Users users = new Users(new UserStore(database), ids, bus, clock);
    final SigningKeys keys = new SigningKeys(new SigningKeyStore(database), clock, ROTATION);
    final AccessTokens tokens = new AccessTokens(keys, "https://parley.test", clock);
    final Sessions sessions = new Sessions(new SessionStore(database), tokens, ids, bus, clock);
    final Bots bots = new Bots(new BotTokenStore(database), users, bus, clock);
    final Hashing hashing = new Hashing(CHEAP);
    final Credentials credentials =
            new Credentials(new CredentialStore(database), hashing, new FailedSignIns(clock), sessions, clock);
    final Registration registration =
            new Registration(users, credentials, hashing, sessions, () -> mode, new ListedInvites());
    final SignIn signIn = new SignIn(users, credentials, sessions);
    final OwnAccount ownAccount = new OwnAccount(users, credentials);
    final Authentication authentication = new Authentication(tokens, sessions, bots, users);

    Scene() {
        bus.subscribe(Event.class, events::add);
    }

    SignedIn register(String username) {
        return registration.register(wanted(username, null), new Password(GOOD), null, LAPTOP);
    }

    SignedIn signIn(String login, Device device) {
        return signIn.withPassword(login, new Password(GOOD), device);
    }

    Caller caller(SignedIn signedIn) {
        return authentication.of(signedIn.accessToken());
    }

    static NewAccount wanted(String username, @Nullable String email) {
        return new NewAccount(username, null, email, User.Kind.PERSON);
    }

    static Refusal refusal(Executable act) {
        return assertThrows(Refused.class, act).refusal();
    }

    /// The codes of an invalid form, as `field:CODE`.
    static List<String> problems(Executable act) {
        if (refusal(act) instanceof Refusal.Invalid(var problems)) {
            return problems.stream().map(it -> it.field() + ":" + it.code()).toList();
        }
        throw new AssertionError("not an invalid form");
    }

    static boolean unauthorized(Executable act) {
        return refusal(act) instanceof Refusal.Unauthorized;
    }

    @Override
    public void close() {
        hashing.close();
        own.close();
    }

    /// The invites that a test lists, each for any number of uses.
    private final class ListedInvites implements RegistrationInvites {
        @Override
        public boolean valid(String code) {
            return invites.contains(code);
        }

        @Override
        public void join(Caller caller, String code) {
            joined.add(caller.id() + " " + code);
        }
    }
}
