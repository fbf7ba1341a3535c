package chat.parley.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.auth.session.SignedIn;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nobody but us makes a token that is accepted (RFC 8725).
final class ForgedTokenTest {
    private final Scene scene = new Scene();
    private final SignedIn ada = scene.register("ada");

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void a_token_made_with_our_key_by_this_tests_own_hand_is_accepted() throws Exception {
        assertEquals(
                ada.user(),
                scene.authentication
                        .of(signed(header().build(), claims().build(), ours()))
                        .id());
    }

    @Test
    void a_token_without_a_signature_is_refused() {
        var payload = ada.accessToken().split("\\.", -1)[1];
        var none = Base64URL.encode("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"" + kid() + "\"}");
        refused(none + "." + payload + ".");
        refused(ada.accessToken().substring(0, ada.accessToken().lastIndexOf('.') + 1));
    }

    @Test
    void a_token_signed_symmetrically_with_our_public_key_is_refused() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(kid())
                .type(new JOSEObjectType("at+jwt"))
                .build();
        refused(signed(
                header,
                claims().build(),
                new MACSigner(published().toRSAPublicKey().getEncoded())));
    }

    @Test
    void a_token_of_another_key_is_refused_whatever_its_header_offers() throws Exception {
        var theirs = new RSAKeyGenerator(2_048).keyID(kid()).generate();
        var signer = new RSASSASigner(theirs);
        refused(signed(header().build(), claims().build(), signer));
        refused(signed(header().jwk(theirs.toPublicJWK()).build(), claims().build(), signer));
        refused(signed(header().jwkURL(URI.create("http://127.0.0.1:1/keys")).build(), claims().build(), signer));
        refused(signed(header().keyID("../../etc/passwd").build(), claims().build(), signer));
    }

    @Test
    void our_own_key_under_another_algorithm_or_type_is_refused() throws Exception {
        var longer = new JWSHeader.Builder(JWSAlgorithm.RS512)
                .keyID(kid())
                .type(new JOSEObjectType("at+jwt"))
                .build();
        refused(signed(longer, claims().build(), ours()));
        refused(signed(header().type(JOSEObjectType.JWT).build(), claims().build(), ours()));
        refused(signed(header().customParam("x", 1).build(), claims().build(), ours()));
    }

    @Test
    void wrong_claims_are_refused() throws Exception {
        refused(signed(claims().audience("another")));
        refused(signed(claims().audience(List.of("parley", "another"))));
        refused(signed(claims().issuer("https://elsewhere.test")));
        refused(signed(claims().subject("0x10")));
        refused(signed(claims().subject(null)));
        refused(signed(claims().claim("sid", null)));
        refused(signed(claims().claim("sid", 7)));
        refused(signed(claims().expirationTime(null)));
        refused(signed(claims().issueTime(null)));
        refused(signed(claims().expirationTime(in(Duration.ofDays(365)))));
        refused(signed(claims().issueTime(in(Duration.ofHours(1))).expirationTime(in(Duration.ofMinutes(70)))));
        refused(signed(claims().subject("999999999999999999")));
    }

    @Test
    void a_token_expires_after_fifteen_minutes_also_when_it_was_verified_before() {
        scene.caller(ada);
        scene.clock.pass(Duration.ofMinutes(15).minusSeconds(1));
        scene.caller(ada);
        scene.clock.pass(Duration.ofSeconds(1));
        refused(ada.accessToken());
    }

    @Test
    void a_token_that_was_changed_anywhere_is_refused() {
        var token = ada.accessToken();
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            refused(token.substring(0, i) + other + token.substring(i + 1));
        }
        scene.caller(ada);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ".", "..", "...", "a.b.c", "Bearer x", "Bot ", "Bot x", "Bot ..", "Bot MQ.x.y", "null"})
    void text_that_is_no_token_is_refused(String text) {
        refused(text);
    }

    @Test
    void a_huge_token_is_refused_before_it_is_read() {
        refused("A".repeat(1 << 20));
        refused("Bot " + ".".repeat(1 << 20));
        refused(ada.accessToken() + "A".repeat(4_096));
    }

    @Test
    void a_new_key_signs_after_the_rotation_and_the_old_one_is_still_good_for_its_tokens() {
        var before = kid();
        scene.clock.pass(Scene.ROTATION.minusMinutes(5));
        var last = scene.signIn("ada", Scene.PHONE);
        scene.clock.pass(Duration.ofMinutes(5));
        var next = scene.signIn("ada", Scene.PHONE);
        assertNotEquals(before, kidOf(next));
        assertEquals(before, kidOf(last));
        scene.caller(last);
        scene.caller(next);
        scene.clock.pass(Scene.ROTATION.multipliedBy(2).plusMinutes(20));
        scene.signIn("ada", Scene.PHONE);
        assertTrue(publishedIds().stream().noneMatch(before::equals), "keys of the past are forgotten");
    }

    @Test
    void what_is_published_verifies_our_tokens_and_holds_no_secret() throws Exception {
        var published = scene.keys.published();
        assertTrue(SignedJWT.parse(ada.accessToken())
                .verify(new RSASSAVerifier(published().toRSAPublicKey())));
        assertEquals(List.of("keys"), List.copyOf(published.keySet()));
        var key = (Map<?, ?>) ((List<?>) Objects.requireNonNull(published.get("keys"))).getFirst();
        assertEquals(
                List.of("alg", "e", "kid", "kty", "n", "use"),
                key.keySet().stream().map(Object::toString).sorted().toList());
    }

    private void refused(String authorization) {
        assertTrue(Scene.unauthorized(() -> scene.authentication.of(authorization)), authorization);
    }

    private JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid()).type(new JOSEObjectType("at+jwt"));
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("https://parley.test")
                .audience("parley")
                .subject(ada.user().text())
                .claim("sid", ada.session().text())
                .issueTime(in(Duration.ZERO))
                .expirationTime(in(Duration.ofMinutes(15)));
    }

    private String signed(JWTClaimsSet.Builder claims) throws Exception {
        return signed(header().build(), claims.build(), ours());
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private JWSSigner ours() throws Exception {
        byte[] encoded = scene.database
                .first("select private_key from signing_keys where id = ?", row -> row.bytes("private_key"), kid())
                .orElseThrow();
        return new RSASSASigner(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
    }

    private String kid() {
        return kidOf(ada);
    }

    private static String kidOf(SignedIn signedIn) {
        try {
            return SignedJWT.parse(signedIn.accessToken()).getHeader().getKeyID();
        } catch (ParseException broken) {
            throw new AssertionError(broken);
        }
    }

    private RSAKey published() throws Exception {
        return JWKSet.parse(scene.keys.published()).getKeyByKeyId(kid()).toRSAKey();
    }

    private List<String> publishedIds() {
        return ((List<?>) Objects.requireNonNull(scene.keys.published().get("keys")))
                .stream().map(it -> String.valueOf(((Map<?, ?>) it).get("kid"))).toList();
    }

    private Date in(Duration time) {
        return Date.from(scene.clock.instant().plus(time));
    }
}
