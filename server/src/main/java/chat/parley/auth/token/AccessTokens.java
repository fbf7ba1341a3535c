package chat.parley.auth.token;

import chat.parley.base.cache.BoundedCache;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.Id;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refused;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Issues and verifies access tokens.
///
/// Verification follows RFC 8725: the algorithm is ours and not the token's, keys come only from our own list, the type
/// and every claim are checked, and a token has one spelling. Hot path: a token that was verified before costs a
/// look-up instead of an RSA operation (30 µs).
public final class AccessTokens {
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final Set<String> HEADER_FIELDS = Set.of("alg", "kid", "typ");
    private static final String AUDIENCE = "parley";
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final SigningKeys keys;
    private final String issuer;
    private final Clock clock;
    private final BoundedCache<String, AccessClaims> verified = new BoundedCache<>(Limits.VERIFIED_TOKENS_MAX);

    /// @param issuer names this installation, as in `https://chat.example.org`
    public AccessTokens(SigningKeys keys, String issuer, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
    }

    public String issue(UserId user, EntityId session) {
        var key = keys.current();
        var now = clock.instant();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.id())
                .type(TYPE)
                .build();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject(user.text())
                .claim("sid", session.text())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key.privateKey()));
        } catch (JOSEException failure) {
            throw new IllegalStateException("An access token could not be signed", failure);
        }
        return token.serialize();
    }

    /// What the token says, unless it is forged, altered or expired. Whether its session still lives is not known here.
    public Optional<AccessClaims> verify(String token) {
        var claims = verified.find(token);
        if (claims == null) {
            claims = checked(token);
            if (claims == null) {
                return Optional.empty();
            }
            verified.keep(verified.stamp(), token, claims);
        }
        return clock.instant().isBefore(claims.expiresAt()) ? Optional.of(claims) : Optional.empty();
    }

    private @Nullable AccessClaims checked(String token) {
        if (token.length() > Limits.ACCESS_TOKEN_MAX_CHARS) {
            return null;
        }
        try {
            var parsed = SignedJWT.parse(token);
            return signedByUs(token, parsed) ? claims(parsed.getJWTClaimsSet()) : null;
        } catch (ParseException | JOSEException | IllegalArgumentException | Refused forged) {
            // Somebody else's text, not our fault: the answer is simply no.
            return null;
        }
    }

    private boolean signedByUs(String token, SignedJWT parsed) throws JOSEException {
        var header = parsed.getHeader();
        boolean expected = JWSAlgorithm.RS256.equals(header.getAlgorithm())
                && TYPE.equals(header.getType())
                && header.getKeyID() != null
                && HEADER_FIELDS.containsAll(header.getIncludedParams())
                && canonical(token, parsed);
        if (!expected) {
            return false;
        }
        var key = keys.find(header.getKeyID());
        return key.isPresent() && parsed.verify(new RSASSAVerifier(key.get().publicKey()));
    }

    /// Base64 has bits to spare in its last character. A signature that is spelt differently is refused, so that each
    /// token is one string.
    private static boolean canonical(String token, SignedJWT parsed) {
        var signature = parsed.getSignature();
        String again = Base64URL.encode(signature.decode()).toString();
        return token.endsWith("." + again);
    }

    private @Nullable AccessClaims claims(JWTClaimsSet claims) throws ParseException {
        Instant now = clock.instant();
        var issued = claims.getIssueTime();
        var expires = claims.getExpirationTime();
        boolean ours = issuer.equals(claims.getIssuer()) && List.of(AUDIENCE).equals(claims.getAudience());
        if (!ours || issued == null || expires == null || claims.getSubject() == null) {
            return null;
        }
        boolean timely = !issued.toInstant().isAfter(now.plus(SKEW))
                && now.isBefore(expires.toInstant())
                && !expires.toInstant().isAfter(issued.toInstant().plus(LIFETIME));
        String session = claims.getStringClaim("sid");
        if (!timely || session == null) {
            return null;
        }
        return new AccessClaims(new UserId(Id.parse(claims.getSubject())), EntityId.of(session), expires.toInstant());
    }
}
