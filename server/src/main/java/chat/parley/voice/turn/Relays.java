package chat.parley.voice.turn;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.parley.base.id.UserId;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Gives people a name and a password for the TURN servers, which hold for a day. The servers know neither: they check
/// by the shared secret that the password belongs to the name, and by the name that the day is not over
/// (draft-uberti-behave-turn-rest-00, coturn's `use-auth-secret`).
public final class Relays {
    /// Longer than calls last; whoever talks on keeps the relay until the line breaks, and is given a new password with
    /// the next one.
    static final Duration HELD = Duration.ofDays(1);

    private static final String ALGORITHM = "HmacSHA1";

    private final List<String> urls;
    private final String secret;
    private final Clock clock;

    /// @param urls as `turn:turn.example.org:3478?transport=udp`; none means that there is no relay
    /// @param secret what the servers know too
    public Relays(List<String> urls, String secret, Clock clock) {
        this.urls = List.copyOf(urls);
        this.secret = secret;
        this.clock = clock;
    }

    /// What a client needs to be relayed.
    ///
    /// @param username until when it holds, in seconds since 1970, and whose it is
    public record Access(List<String> urls, String username, String credential) {}

    /// Absent when nobody can be relayed.
    public @Nullable Access accessFor(UserId user) {
        if (urls.isEmpty() || secret.isEmpty()) {
            return null;
        }
        String username = clock.instant().plus(HELD).getEpochSecond() + ":" + user;
        return new Access(urls, username, password(username));
    }

    private String password(String username) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
