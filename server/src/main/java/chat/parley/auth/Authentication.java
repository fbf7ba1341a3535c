package chat.parley.auth;

import chat.parley.account.Account;
import chat.parley.account.Caller;
import chat.parley.account.User;
import chat.parley.account.Users;
import chat.parley.auth.bot.Bots;
import chat.parley.auth.session.Sessions;
import chat.parley.auth.token.AccessTokens;
import chat.parley.base.id.EntityId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns a token into a caller. Hot path: asked for every request; three look-ups in memory for a token seen before.
public final class Authentication {
    private static final String BOT = "Bot ";

    private final AccessTokens tokens;
    private final Sessions sessions;
    private final Bots bots;
    private final Users users;

    public Authentication(AccessTokens tokens, Sessions sessions, Bots bots, Users users) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.bots = bots;
        this.users = users;
    }

    /// Reads the header `Authorization`: a person's token bare, a bot's after `Bot `.
    ///
    /// @throws Refused with `Unauthorized` when it is missing, expired, revoked or forged
    public Caller of(@Nullable String authorization) {
        if (authorization == null) {
            throw new Refused(new Refusal.Unauthorized());
        }
        boolean bot = authorization.startsWith(BOT);
        return ofToken(bot ? authorization.substring(BOT.length()).strip() : authorization.strip(), bot);
    }

    /// @throws Refused with `Unauthorized` when it is expired, revoked or forged
    public Caller ofToken(String token, boolean bot) {
        var caller = bot ? ofBot(token) : ofPerson(token);
        return caller.orElseThrow(() -> new Refused(new Refusal.Unauthorized()));
    }

    /// For the gateway, where a bot's token may come with its prefix or bare.
    ///
    /// @throws Refused with `Unauthorized` when it is expired, revoked or forged
    public Caller ofEither(String token) {
        if (token.startsWith(BOT)) {
            return of(token);
        }
        return ofPerson(token).or(() -> ofBot(token)).orElseThrow(() -> new Refused(new Refusal.Unauthorized()));
    }

    private Optional<Caller> ofPerson(String token) {
        return tokens.verify(token)
                .filter(it -> !sessions.ended(it.session()))
                .flatMap(it -> users.findAccount(it.user()).flatMap(account -> caller(account, it.session())));
    }

    private Optional<Caller> ofBot(String token) {
        return bots.owner(token)
                .flatMap(users::findAccount)
                .flatMap(account -> caller(account, new EntityId(account.id().value())));
    }

    private static Optional<Caller> caller(Account account, EntityId session) {
        if (account.user().kind() == User.Kind.DELETED) {
            return Optional.empty();
        }
        return Optional.of(new Caller(account.id(), session, account.bot(), account.operator()));
    }
}
