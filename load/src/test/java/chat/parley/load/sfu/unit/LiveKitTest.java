package chat.parley.load.sfu.unit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class LiveKitTest {
    private static final InetSocketAddress MEDIA = new InetSocketAddress(InetAddress.getLoopbackAddress(), 7882);

    @Test
    void a_token_says_who_may_do_what_and_is_signed() throws Exception {
        var parts = LiveKitToken.of("person7", false).split("\\.", -1);
        assertEquals(3, parts.length);
        var claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertEquals("person7", claims.path("sub").asString());
        assertEquals(false, claims.path("video").path("canPublish").asBoolean());
        assertEquals(true, claims.path("video").path("canSubscribe").asBoolean());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(LiveKitToken.SECRET.getBytes(UTF_8), "HmacSHA256"));
        var signature = mac.doFinal((parts[0] + "." + parts[1]).getBytes(UTF_8));
        assertEquals(Base64.getUrlEncoder().withoutPadding().encodeToString(signature), parts[2]);
    }

    @Test
    void an_invitation_is_read_from_a_description() {
        var invitation = LiveKitLine.invitation(
                "v=0\r\na=fingerprint:sha-256 ab:cd\r\na=ice-ufrag:abc\r\na=ice-pwd:secret\r\n", MEDIA);
        assertEquals("abc", invitation.fragment());
        assertEquals("secret", invitation.password());
        assertEquals("AB:CD", invitation.fingerprint());
        assertEquals(MEDIA, invitation.server());
        assertThrows(IllegalArgumentException.class, () -> LiveKitLine.invitation("v=0\r\na=ice-ufrag:abc\r\n", MEDIA));
    }
}
