package chat.parley.auth.bot;

import chat.parley.account.NewAccount;
import chat.parley.account.User;
import chat.parley.account.Users;
import chat.parley.auth.session.Secrets;
import chat.parley.auth.session.SessionEvent;
import chat.parley.base.bus.Bus;
import chat.parley.base.cache.BoundedCache;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Accounts that programs sign in with. A token has three parts, because some libraries insist on it: the bot's id in
/// Base64, the moment it was made, and a secret of 256 bits.
public final class Bots {
    private static final int TOKEN_MAX_CHARS = 256;

    private final BotTokenStore store;
    private final Users users;
    private final Bus bus;
    private final Clock clock;
    private final BoundedCache<UserId, byte[]> hashes = new BoundedCache<>(Limits.VERIFIED_TOKENS_MAX);

    public Bots(BotTokenStore store, Users users, Bus bus, Clock clock) {
        this.store = store;
        this.users = users;
        this.bus = bus;
        this.clock = clock;
    }

    /// Makes a bot user that belongs to somebody.
    ///
    /// @throws Refused with `Full` when they have too many
    public NewBot create(UserId owner, String name) {
        return create(owner, new NewAccount(name, null, null, User.Kind.BOT), (_, _) -> {});
    }

    /// The same with a name to show, and with work that is committed together with it.
    public NewBot create(UserId owner, NewAccount wanted, Users.Alongside alongside) {
        if (store.count(owner) >= Limits.BOTS_PER_USER_MAX) {
            throw new Refused(new Refusal.Full(Refusal.Thing.USER, Limits.BOTS_PER_USER_MAX));
        }
        String secret = Secrets.fresh();
        var account = users.create(wanted, (sql, id) -> {
            store.insert(sql, id, owner, hash(id, secret), clock.instant());
            alongside.in(sql, id);
        });
        return new NewBot(account.user(), token(account.id(), secret));
    }

    /// Replaces the bot's token; the former is refused from now on and its connections close.
    ///
    /// @throws Refused with `Unknown USER` when the bot is not theirs
    public NewBot renew(UserId owner, UserId bot) {
        if (!store.owner(bot).equals(Optional.of(owner))) {
            throw Refusal.unknown(Refusal.Thing.USER);
        }
        String secret = Secrets.fresh();
        store.replace(bot, hash(bot, secret), clock.instant());
        hashes.forget(bot);
        bus.publish(new SessionEvent.Revoked(bot, new EntityId(bot.value())));
        return new NewBot(users.one(bot), token(bot, secret));
    }

    /// Ends the bot: its token is refused from now on, its account stays as a deleted one.
    ///
    /// @throws Refused with `Unknown USER` when the bot is not theirs
    public void remove(UserId owner, UserId bot, Users.Alongside alongside) {
        if (!store.owner(bot).equals(Optional.of(owner))) {
            throw Refusal.unknown(Refusal.Thing.USER);
        }
        users.retire(bot, (sql, id) -> {
            store.delete(sql, id);
            alongside.in(sql, id);
        });
        hashes.forget(bot);
        bus.publish(new SessionEvent.Revoked(bot, new EntityId(bot.value())));
    }

    /// Whose token it is; empty when nobody's. Hot path: a SHA-256 and a look-up.
    public Optional<UserId> owner(String token) {
        var parts = token.length() > TOKEN_MAX_CHARS ? new String[0] : token.split("\\.", -1);
        var bot = parts.length == 3 ? id(parts[0]) : null;
        if (bot == null) {
            return Optional.empty();
        }
        byte[] kept = kept(bot);
        boolean fits = kept != null && MessageDigest.isEqual(kept, hash(bot, parts[2]));
        return fits ? Optional.of(bot) : Optional.empty();
    }

    private byte @Nullable [] kept(UserId bot) {
        byte[] hash = hashes.find(bot);
        if (hash != null) {
            return hash;
        }
        long stamp = hashes.stamp();
        var loaded = store.hash(bot);
        loaded.ifPresent(it -> hashes.keep(stamp, bot, it));
        return loaded.orElse(null);
    }

    private String token(UserId bot, String secret) {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        String made = Long.toString(clock.instant().getEpochSecond(), Character.MAX_RADIX);
        return encoder.encodeToString(bot.text().getBytes(StandardCharsets.US_ASCII)) + "." + made + "." + secret;
    }

    private static byte[] hash(UserId bot, String secret) {
        return Secrets.hash(bot.text() + "." + secret);
    }

    private static @Nullable UserId id(String encoded) {
        try {
            return UserId.of(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException | Refused notAnId) {
            return null;
        }
    }
}
