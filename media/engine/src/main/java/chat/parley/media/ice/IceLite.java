package chat.parley.media.ice;

import chat.parley.media.stun.Integrity;
import chat.parley.media.stun.StunMessage;
import chat.parley.media.stun.StunWriter;
import chat.parley.media.wire.Address;
import org.jspecify.annotations.Nullable;

/// One participant's side of ICE. Times are nanoseconds of the caller's monotonic clock.
public final class IceLite {
    /// RFC 7675 section 5.1.
    public static final long CONSENT_NANOS = 30_000_000_000L;

    /// Addresses that proved the password, at most this many: one more forgets the one that was silent longest.
    private static final int PATHS_MAX = 8;

    private static final int BAD_REQUEST = 400;
    private static final int UNKNOWN_ATTRIBUTE = 420;
    private static final int ROLE_CONFLICT = 487;

    private final Credentials local;
    private final Integrity integrity;
    private final @Nullable Address[] paths = new Address[PATHS_MAX];
    private final long[] heard = new long[PATHS_MAX];
    private final long openedAt;
    private @Nullable Address chosen;
    private boolean nominated;

    public IceLite(Credentials local, long nowNanos) {
        this.local = local;
        integrity = new Integrity(local.password());
        openedAt = nowNanos;
    }

    public Credentials credentials() {
        return local;
    }

    /// Where packets for this participant go, or null as long as no check arrived.
    public @Nullable Address chosen() {
        return chosen;
    }

    /// True when packets from there may be looked at: it has proved the password.
    public boolean knows(Address source) {
        return indexOf(source) >= 0;
    }

    /// What a browser's check or keep-alive is answered with, or null when it deserves no answer: a wrong
    /// password is not told to anybody who guesses, and it changes nothing.
    public byte @Nullable [] answer(StunMessage request, Address source, long nowNanos) {
        var name = request.username();
        if (request.type() != StunMessage.REQUEST || name == null || !isOurs(name) || !request.isFrom(integrity)) {
            return null;
        }
        int unknown = request.unknownAttribute();
        if (unknown >= 0) {
            return refusal(request, UNKNOWN_ATTRIBUTE, "Unknown Attribute")
                    .unknownAttribute(unknown)
                    .signed(integrity);
        }
        if (request.controlled()) {
            // We are lite and therefore always controlled (RFC 8445 section 6.1.1).
            return refusal(request, ROLE_CONFLICT, "Role Conflict").signed(integrity);
        }
        if (request.priority() == 0) {
            return refusal(request, BAD_REQUEST, "Bad Request").signed(integrity);
        }
        proved(source, request.usesCandidate(), nowNanos);
        return new StunWriter(StunMessage.SUCCESS, request.transaction())
                .mappedAddress(source)
                .signed(integrity);
    }

    /// When consent ends unless another check arrives.
    public long consentUntil() {
        int at = chosen == null ? -1 : indexOf(chosen);
        return (at < 0 ? openedAt : heard[at]) + CONSENT_NANOS;
    }

    private void proved(Address source, boolean nominates, long nowNanos) {
        int at = indexOf(source);
        if (at < 0) {
            at = oldest();
            paths[at] = source;
        }
        heard[at] = nowNanos;
        if (nominates || !nominated) {
            chosen = source;
        }
        nominated |= nominates;
    }

    private boolean isOurs(String username) {
        int colon = username.indexOf(':');
        return colon > 0 && local.fragment().contentEquals(username.substring(0, colon));
    }

    private StunWriter refusal(StunMessage request, int code, String reason) {
        return new StunWriter(StunMessage.ERROR, request.transaction()).error(code, reason);
    }

    private int indexOf(Address source) {
        for (int i = 0; i < PATHS_MAX; i++) {
            if (source.equals(paths[i])) {
                return i;
            }
        }
        return -1;
    }

    /// An empty place, or that of the path that was silent longest; never the one in use.
    private int oldest() {
        int found = -1;
        for (int i = 0; i < PATHS_MAX; i++) {
            var path = paths[i];
            if (path == null) {
                return i;
            }
            if (!path.equals(chosen) && (found < 0 || heard[i] < heard[found])) {
                found = i;
            }
        }
        return found;
    }
}
