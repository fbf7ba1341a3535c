package chat.parley.auth.session;

import chat.parley.account.Caller;
import chat.parley.auth.token.AccessTokens;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// The signed-in devices of people.
///
/// An access token outlives its session by up to 15 minutes, so the sessions that ended within that time are remembered
/// here and their tokens refused; older ones need no memory, because their tokens have expired.
public final class Sessions {
    public static final Duration LIFETIME = Duration.ofDays(7);

    private final SessionStore store;
    private final AccessTokens tokens;
    private final Snowflakes ids;
    private final Bus bus;
    private final Clock clock;
    private final Map<EntityId, Instant> revoked = new ConcurrentHashMap<>();

    public Sessions(SessionStore store, AccessTokens tokens, Snowflakes ids, Bus bus, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.ids = ids;
        this.bus = bus;
        this.clock = clock;
        store.revokedSince(clock.instant().minus(AccessTokens.LIFETIME))
                .forEach(it -> revoked.put(it.session(), it.at()));
    }

    /// Signs somebody in whose identity was proven just now. Beyond the limit, the device that was used least recently
    /// is signed out.
    public SignedIn open(UserId user, Device device) {
        var now = now();
        var session = new Session(new EntityId(ids.next()), user, device, now, now);
        String refreshToken = Secrets.fresh();
        store.open(
                        session,
                        Secrets.hash(refreshToken),
                        now.plus(LIFETIME),
                        Limits.SESSIONS_PER_USER_MAX,
                        now.minus(LIFETIME))
                .forEach(it -> over(it.user(), it.id()));
        return new SignedIn(user, session.id(), tokens.issue(user, session.id()), refreshToken);
    }

    /// Exchanges a refresh token for a new pair. There is no grace: whoever uses a spent token ends the session,
    /// because either they or the one before them stole it.
    ///
    /// @throws Refused with `Unauthorized`
    public SignedIn refresh(String refreshToken, Device device) {
        var now = now();
        String fresh = Secrets.fresh();
        return switch (store.rotate(Secrets.hash(refreshToken), Secrets.hash(fresh), device, now, now.plus(LIFETIME))) {
            case Rotation.Renewed(var user, var session) ->
                new SignedIn(user, session, tokens.issue(user, session), fresh);
            case Rotation.Reused(var user, var session) -> {
                over(user, session);
                throw new Refused(new Refusal.Unauthorized());
            }
            case Rotation.Refused() -> throw new Refused(new Refusal.Unauthorized());
        };
    }

    /// The caller's devices, the one used last first.
    public List<Session> list(Caller caller) {
        return store.of(caller.id(), now());
    }

    /// Signs the caller's own device out.
    public void leave(Caller caller) {
        revoke(caller.id(), List.of(caller.session()));
    }

    /// Signs out those of the caller's devices that carry one of the hashes; unknown hashes change nothing.
    public void revoke(Caller caller, Collection<String> idHashes) {
        revokeThose(caller.id(), it -> idHashes.contains(it.idHash()));
    }

    public void revokeOthers(Caller caller) {
        revokeThose(caller.id(), it -> !it.id().equals(caller.session()));
    }

    /// Signs somebody out everywhere: their password was reset, or the account ends.
    public void revokeAll(UserId user) {
        revokeThose(user, it -> true);
    }

    /// Hot path: asked for every request and every gateway sign-in; one look-up.
    public boolean ended(EntityId session) {
        return revoked.containsKey(session);
    }

    /// Learns of sessions that another process has ended, the command line for example.
    public void catchUp() {
        store.revokedSince(now().minus(AccessTokens.LIFETIME)).stream()
                .filter(it -> !revoked.containsKey(it.session()))
                .forEach(it -> over(it.user(), it.session()));
    }

    private void revokeThose(UserId user, Predicate<Session> which) {
        var chosen =
                store.of(user, now()).stream().filter(which).map(Session::id).toList();
        revoke(user, chosen);
    }

    private void revoke(UserId user, List<EntityId> sessions) {
        store.revoke(user, sessions, now()).forEach(it -> over(it.user(), it.id()));
    }

    private void over(UserId user, EntityId session) {
        var now = now();
        var expired = now.minus(AccessTokens.LIFETIME);
        revoked.values().removeIf(it -> it.isBefore(expired));
        revoked.put(session, now);
        bus.publish(new SessionEvent.Revoked(user, session));
    }

    /// As precise as the database keeps it.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
