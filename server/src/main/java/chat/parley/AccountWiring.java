package chat.parley;

import chat.parley.account.UserStore;
import chat.parley.account.Users;
import chat.parley.account.settings.SettingsStore;
import chat.parley.account.settings.UserSettings;
import chat.parley.auth.Authentication;
import chat.parley.auth.CredentialStore;
import chat.parley.auth.Credentials;
import chat.parley.auth.FailedSignIns;
import chat.parley.auth.OwnAccount;
import chat.parley.auth.Registration;
import chat.parley.auth.RegistrationInvites;
import chat.parley.auth.RegistrationMode;
import chat.parley.auth.SignIn;
import chat.parley.auth.bot.BotTokenStore;
import chat.parley.auth.bot.Bots;
import chat.parley.auth.password.Argon2Cost;
import chat.parley.auth.password.Hashing;
import chat.parley.auth.session.SessionStore;
import chat.parley.auth.session.Sessions;
import chat.parley.auth.token.AccessTokens;
import chat.parley.auth.token.SigningKeyStore;
import chat.parley.auth.token.SigningKeys;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.sql.Database;
import chat.parley.bot.ApplicationStore;
import chat.parley.bot.Applications;
import chat.parley.config.Config;
import chat.parley.config.Keys;
import chat.parley.edge.discord.rest.AuthEndpoints;
import chat.parley.edge.discord.rest.Routes;
import chat.parley.edge.discord.rest.SettingsEndpoints;
import chat.parley.edge.discord.rest.UserEndpoints;
import chat.parley.edge.http.Route;
import chat.parley.file.portrait.Portraits;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The part of [App] that wires accounts and authentication. The command line uses it without the rest.
final class AccountWiring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AccountWiring.class);
    private static final Duration KEY_ROTATION = Duration.ofDays(30);
    private static final int CATCH_UP_S = 5;

    final Users users;
    final UserSettings settings;
    final SigningKeys keys;
    final Sessions sessions;
    final Bots bots;
    final Applications applications;
    final Credentials credentials;
    final Authentication authentication;

    private final Hashing hashing;
    private final ScheduledExecutorService catchingUp = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("accounts").factory());

    AccountWiring(Config config, Database database, Bus bus, Snowflakes ids, Clock clock) {
        users = new Users(new UserStore(database), ids, bus, clock);
        settings = new UserSettings(new SettingsStore(database), bus, clock);
        keys = new SigningKeys(new SigningKeyStore(database), clock, KEY_ROTATION);
        var tokens = new AccessTokens(keys, issuer(config), clock);
        sessions = new Sessions(new SessionStore(database), tokens, ids, bus, clock);
        bots = new Bots(new BotTokenStore(database), users, bus, clock);
        applications = new Applications(new ApplicationStore(database), bots, clock);
        hashing = new Hashing(cost(config));
        credentials =
                new Credentials(new CredentialStore(database), hashing, new FailedSignIns(clock), sessions, clock);
        authentication = new Authentication(tokens, sessions, bots, users);
    }

    /// From now on, what the command line does to accounts beside the running node counts within seconds.
    void start() {
        catchingUp.scheduleWithFixedDelay(this::catchUp, 0, CATCH_UP_S, TimeUnit.SECONDS);
    }

    Registration registration(Supplier<RegistrationMode> mode, RegistrationInvites invites) {
        return new Registration(users, credentials, hashing, sessions, mode, invites);
    }

    List<Route> routes(Registration registration, Portraits portraits) {
        var signIn = new SignIn(users, credentials, sessions);
        var ownAccount = new OwnAccount(users, credentials);
        return Stream.of(
                        Routes.auth(new AuthEndpoints(registration, signIn, sessions)),
                        Routes.users(
                                new UserEndpoints(users, ownAccount, settings, portraits),
                                new SettingsEndpoints(settings)))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        catchingUp.shutdownNow();
        hashing.close();
    }

    /// A database that is away for a moment must not end the rounds.
    private void catchUp() {
        try {
            users.catchUp();
            sessions.catchUp();
        } catch (RuntimeException fault) {
            LOG.warn("Changes of accounts by other processes could not be read; trying again", fault);
        }
    }

    private static Argon2Cost cost(Config config) {
        return new Argon2Cost(
                config.of(Keys.ARGON2_MEMORY), config.of(Keys.ARGON2_ITERATIONS), config.of(Keys.ARGON2_PARALLELISM));
    }

    private static String issuer(Config config) {
        return config.publicUrl().isEmpty() ? "parley" : config.publicUrl();
    }
}
