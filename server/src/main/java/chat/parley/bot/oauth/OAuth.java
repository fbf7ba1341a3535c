package chat.parley.bot.oauth;

import chat.parley.account.Caller;
import chat.parley.account.Errand;
import chat.parley.account.User;
import chat.parley.account.Users;
import chat.parley.auth.session.Secrets;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.bot.Application;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people agree to, and the tokens that programs get for it.
public final class OAuth {
    /// Before an access token in the header `Authorization`.
    public static final String BEARER = "Bearer ";

    private final OAuthStore store;
    private final Users users;
    private final Snowflakes ids;
    private final Bus bus;
    private final Clock clock;

    public OAuth(OAuthStore store, Users users, Snowflakes ids, Bus bus, Clock clock) {
        this.store = store;
        this.users = users;
        this.ids = ids;
        this.bus = bus;
        this.clock = clock;
    }

    /// A code that is spent now.
    ///
    /// @param grant the id of what it becomes
    public record Redeemed(EntityId grant, Asked asked) {}

    /// Somebody agreed.
    ///
    /// @return the code with which the program comes back
    public String agree(Asked asked) {
        store.forgetCodes(clock.instant());
        String code = Secrets.fresh();
        store.keep(Secrets.hash(code), asked, clock.instant().plusSeconds(Limits.OAUTH_CODE_S));
        return code;
    }

    /// What somebody agreed to, for the program that brings the code, its address and its proof. A code is good for one
    /// answer; when it comes again, whatever it became is ended.
    ///
    /// @throws Refused with `NotGranted`
    public Redeemed redeem(Application application, String code, String redirect, @Nullable String verifier) {
        var found = store.code(Secrets.hash(code))
                .filter(it -> it.asked().application().equals(application.id()))
                .orElseThrow(() -> notGranted("The code is not known."));
        if (found.spentFor() != null) {
            store.end(new EntityId(found.spentFor()));
            throw notGranted("The code was used before.");
        }
        if (found.expiresAt().isBefore(clock.instant())) {
            throw notGranted("The code has expired.");
        }
        if (!found.asked().redirect().equals(redirect)) {
            throw notGranted("The redirect_uri is not the one that was asked with.");
        }
        String challenge = found.asked().challenge();
        if (challenge == null ? verifier != null : !ProofKey.fits(verifier, challenge)) {
            throw notGranted("The code_verifier does not fit.");
        }
        var id = new EntityId(ids.next());
        if (!store.spend(Secrets.hash(code), id)) {
            throw notGranted("The code was used before.");
        }
        return new Redeemed(id, found.asked());
    }

    public Tokens grant(Redeemed redeemed) {
        var asked = redeemed.asked();
        var made = made(redeemed.grant(), asked.application(), asked.person(), asked.scopes(), true);
        bus.publish(new OAuthEvent.Authorized(asked.application(), asked.person(), asked.scopes()));
        return made;
    }

    /// A token with which a program acts for its own owner.
    public Tokens ofOwner(Application application, List<String> scopes) {
        return made(new EntityId(ids.next()), application.id(), application.owner(), scopes, false);
    }

    /// New tokens for the refresh token, which is spent with this. When one comes that was spent before, somebody has
    /// stolen it, so all of it ends (RFC 9700, 4.14).
    ///
    /// @throws Refused with `NotGranted`
    public Tokens refresh(Application application, String token) {
        byte[] spent = Secrets.hash(token);
        store.bySpent(spent)
                .filter(it -> it.application().equals(application.id()))
                .ifPresent(it -> store.end(it.id()));
        var before = store.byRefresh(spent)
                .filter(it -> it.application().equals(application.id()))
                .orElseThrow(() -> notGranted("The refresh token is not known."));
        String access = Secrets.fresh();
        String refresh = Secrets.fresh();
        var expires = clock.instant().plusSeconds(Limits.OAUTH_ACCESS_S).truncatedTo(ChronoUnit.MICROS);
        if (!store.renew(before.id(), Secrets.hash(access), Secrets.hash(refresh), spent, expires)) {
            throw notGranted("The refresh token was used before.");
        }
        var after = new Agreement(
                before.id(), before.application(), before.person(), before.scopes(), expires, before.at());
        return new Tokens(after, access, refresh);
    }

    /// Ends what either token stands for. A token that is not known is as good as ended (RFC 7009, 2.2).
    public void revoke(Application application, String token) {
        byte[] hash = Secrets.hash(token);
        store.byAccess(hash)
                .or(() -> store.byRefresh(hash))
                .filter(it -> it.application().equals(application.id()))
                .ifPresent(it -> {
                    store.end(it.id());
                    toldWhenOver(it.person(), it.application());
                });
    }

    /// Who calls with an access token.
    ///
    /// @throws Refused with `Unauthorized` when it is expired, revoked or forged
    public Caller caller(String token) {
        var agreement = store.byAccess(Secrets.hash(token))
                .filter(it -> it.expiresAt().isAfter(clock.instant()) && lives(it.person()))
                .orElseThrow(() -> new Refused(new Refusal.Unauthorized()));
        return Caller.sending(
                agreement.person(),
                new Errand(agreement.application(), agreement.id(), agreement.scopes(), agreement.expiresAt()));
    }

    /// Everything that may act for the caller.
    public List<Agreement> of(Caller caller) {
        return store.of(caller.id());
    }

    /// Whether the caller has agreed to all of it before.
    public boolean agreed(Caller caller, UserId application, List<String> scopes) {
        return store.between(caller.id(), application).stream()
                .anyMatch(it -> it.scopes().containsAll(scopes));
    }

    /// For how many people it may act.
    public long people(UserId application) {
        return store.people(application);
    }

    /// Ends what an application may do for the caller.
    ///
    /// @throws Refused with `Unknown` when it may nothing
    public void endAll(Caller caller, UserId application) {
        if (store.endAll(caller.id(), application) == 0) {
            throw Refusal.unknown(Thing.APPLICATION);
        }
        bus.publish(new OAuthEvent.Deauthorized(application, caller.id()));
    }

    public static Refused notGranted(String why) {
        return new Refused(new Refusal.NotGranted("invalid_grant", why));
    }

    private Tokens made(EntityId id, UserId application, UserId person, List<String> scopes, boolean lasting) {
        String access = Secrets.fresh();
        String refresh = lasting ? Secrets.fresh() : null;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var agreement = new Agreement(id, application, person, scopes, now.plusSeconds(Limits.OAUTH_ACCESS_S), now);
        var present = store.between(person, application);
        present.stream()
                .limit(Math.max(0, present.size() + 1 - Limits.OAUTH_GRANTS_MAX))
                .forEach(it -> store.end(it.id()));
        store.grant(agreement, Secrets.hash(access), refresh == null ? null : Secrets.hash(refresh));
        return new Tokens(agreement, access, refresh);
    }

    private boolean lives(UserId person) {
        return users.find(person).filter(it -> it.kind() == User.Kind.PERSON).isPresent();
    }

    private void toldWhenOver(UserId person, UserId application) {
        if (store.between(person, application).isEmpty()) {
            bus.publish(new OAuthEvent.Deauthorized(application, person));
        }
    }
}
