package chat.parley.bot.oauth;

import chat.parley.auth.session.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Proof keys (RFC 7636). Only the method `S256`: a plain one proves nothing to whoever saw the question.
public final class ProofKey {
    public static final String METHOD = "S256";
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private ProofKey() {}

    /// Whether a text can be a challenge at all.
    public static boolean sound(String challenge) {
        return CHALLENGE.matcher(challenge).matches();
    }

    static boolean fits(@Nullable String verifier, String challenge) {
        if (verifier == null || !VERIFIER.matcher(verifier).matches()) {
            return false;
        }
        String made = Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.hash(verifier));
        return MessageDigest.isEqual(
                made.getBytes(StandardCharsets.US_ASCII), challenge.getBytes(StandardCharsets.US_ASCII));
    }
}
