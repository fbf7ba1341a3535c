package chat.parley.bot;

import chat.parley.account.Caller;
import chat.parley.account.NewAccount;
import chat.parley.account.User;
import chat.parley.auth.bot.Bots;
import chat.parley.auth.bot.NewBot;
import chat.parley.auth.session.Secrets;
import chat.parley.base.cache.BoundedCache;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.base.web.WebCall;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Everybody's applications. Only the owner sees one whole and changes it; others know what an install page shows.
public final class Applications {
    private static final Duration PATIENCE = Duration.ofMillis(Limits.INTERACTION_ANSWER_MS);

    private final ApplicationStore store;
    private final Bots bots;
    private final Clock clock;
    private final BoundedCache<UserId, Application> known = new BoundedCache<>(Limits.APPLICATIONS_CACHE_MAX);

    public Applications(ApplicationStore store, Bots bots, Clock clock) {
        this.store = store;
        this.bots = bots;
        this.clock = clock;
    }

    /// Registers an application and its bot, whose token is made later by [#token].
    ///
    /// @throws Refused with `Full` when the caller has too many
    public Application create(Caller caller, String name) {
        var keys = KeyBytes.fresh();
        for (var username : BotName.candidates(name)) {
            try {
                var wanted = new NewAccount(username, name, null, User.Kind.BOT);
                var bot = bots.create(
                        caller.id(),
                        wanted,
                        (sql, id) -> store.insert(sql, id, caller.id(), name, keys, clock.instant()));
                return one(bot.user().id());
            } catch (Refused refused) {
                if (!BotName.taken(refused)) {
                    throw refused;
                }
            }
        }
        throw Refusal.invalid("name", "USERNAME_TOO_MANY_USERS", "Too many bots have this name. Try another.");
    }

    /// Those of the caller, oldest first.
    public List<Application> of(Caller caller) {
        return store.ownedBy(caller.id());
    }

    /// The caller's own, or, when a bot calls, the one it belongs to.
    ///
    /// @throws Refused with `Unknown` when it is not theirs
    public Application own(Caller caller, UserId id) {
        return find(id).filter(it -> it.owner().equals(caller.id()) || it.id().equals(caller.id()))
                .orElseThrow(() -> Refusal.unknown(Thing.APPLICATION));
    }

    /// For whoever has a reason to know it: its install page, a guild that has it.
    public Optional<Application> find(UserId id) {
        var cached = known.find(id);
        if (cached != null) {
            return Optional.of(cached);
        }
        long stamp = known.stamp();
        var loaded = store.find(id);
        loaded.ifPresent(it -> known.keep(stamp, id, it));
        return loaded;
    }

    /// @throws Refused with `Unknown`
    public Application one(UserId id) {
        return find(id).orElseThrow(() -> Refusal.unknown(Thing.APPLICATION));
    }

    /// Those of the ids that exist, by id.
    public Map<UserId, Application> all(Collection<UserId> ids) {
        var found = new HashMap<UserId, Application>();
        store.all(ids).forEach(it -> found.put(it.id(), it));
        return found;
    }

    /// What the application's bot may ask for at the gateway, as bits of [Application.Flags].
    public int flags(UserId bot) {
        return find(bot).map(Application::flags).orElse(0);
    }

    /// Whether the bot may read only what concerns it: its owner did not grant it the privileged intent.
    public boolean blind(UserId bot) {
        return (flags(bot) & Application.Flags.CONTENT) == 0;
    }

    /// A call to the application's own server, which checks its Ed25519 over timestamp and body to know us.
    ///
    /// @param signed what the signature is made of; the body, unless it is to be wrong
    public WebCall signed(UserId id, String url, byte[] body, byte[] signed) {
        byte[] key = store.privateKey(id).orElseThrow(() -> Refusal.unknown(Thing.APPLICATION));
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        var headers = Map.of(
                "Content-Type",
                "application/json",
                "User-Agent",
                "Parley-Interactions/1.0",
                "X-Signature-Timestamp",
                timestamp,
                "X-Signature-Ed25519",
                KeyBytes.signature(key, timestamp, signed));
        return WebCall.post(URI.create(url), headers, body, Limits.HTTP_BODY_MAX_BYTES, PATIENCE);
    }

    /// @param change makes the wanted application of the present one
    public synchronized Application change(Caller caller, UserId id, UnaryOperator<Application> change) {
        own(caller, id);
        var before = store.find(id).orElseThrow(() -> Refusal.unknown(Thing.APPLICATION));
        var after = change.apply(before);
        store.update(after);
        known.replace(id, after);
        return after;
    }

    /// Makes the bot's token; the one before is refused from now on.
    public NewBot token(Caller caller, UserId id) {
        var application = own(caller, id);
        var made = bots.renew(application.owner(), id);
        store.tokenShown(id, clock.instant());
        known.forget(id);
        return made;
    }

    /// Makes the secret with which its programs fetch people's tokens; the one before is refused from now on.
    public String secret(Caller caller, UserId id) {
        var application = own(caller, id);
        String secret = Secrets.fresh();
        store.secret(application.id(), Secrets.hash(secret), clock.instant());
        known.forget(id);
        return secret;
    }

    /// Whether that is the application's secret.
    public boolean proves(UserId id, String secret) {
        return store.secretHash(id)
                .filter(it -> MessageDigest.isEqual(it, Secrets.hash(secret)))
                .isPresent();
    }

    /// It is told nothing any more until its owner switches that on again.
    public void giveUpTelling(UserId id) {
        store.giveUp(id);
        known.forget(id);
    }

    /// Deletes the application; its bot's account ends.
    public void delete(Caller caller, UserId id) {
        var application = own(caller, id);
        bots.remove(application.owner(), id, store::delete);
        known.forget(id);
    }
}
