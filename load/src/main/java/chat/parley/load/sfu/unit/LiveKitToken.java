package chat.parley.load.sfu.unit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Who may enter the room: a JWT that LiveKit's server checks with a key of its settings, here one for measuring only.
final class LiveKitToken {
    static final String KEY = "measuring";
    static final String SECRET = "measuring-measuring-measuring-measuring";
    private static final long LASTS_S = 3_600;

    private LiveKitToken() {}

    /// @param speaks a publisher that does not listen; otherwise a listener that does not speak
    static String of(String identity, boolean speaks) throws GeneralSecurityException {
        var claims = """
                {"iss":"%s","sub":"%s","exp":%d,"video":{"roomJoin":true,"room":"room","canPublish":%b,"canSubscribe":%b}}""".formatted(KEY, identity, Instant.now().getEpochSecond() + LASTS_S, speaks, !speaks);
        var signed =
                encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(UTF_8)) + "." + encoded(claims.getBytes(UTF_8));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        return signed + "." + encoded(mac.doFinal(signed.getBytes(UTF_8)));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
