package chat.parley.edge.http.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PemTest {
    @TempDir
    Path files;

    private final TestCertificate certificate = TestCertificate.make();

    @Test
    void a_certificate_and_its_key_are_read() throws IOException {
        var pair = Pem.pair(certificate.chainIn(files.resolve("chain")), certificate.keyIn(files.resolve("key")));
        assertEquals(certificate.serial(), pair.chain()[0].getSerialNumber());
        assertEquals("EC", pair.key().getAlgorithm());
    }

    @Test
    void a_key_in_the_older_form_is_read() throws IOException {
        var key = certificate.keyIn(files.resolve("key"));
        byte[] modern = Base64.getMimeDecoder()
                .decode(Files.readString(key)
                        .replaceAll("-----[A-Z ]+-----", "")
                        .strip());
        var number = ECPrivateKey.getInstance(PrivateKeyInfo.getInstance(modern).parsePrivateKey());
        byte[] older = new ECPrivateKey(256, number.getKey(), X9ObjectIdentifiers.prime256v1).getEncoded();
        Files.writeString(
                key,
                "-----BEGIN EC PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(older)
                        + "\n-----END EC PRIVATE KEY-----\n");
        assertEquals(
                "EC",
                Pem.pair(certificate.chainIn(files.resolve("chain")), key).key().getAlgorithm());
    }

    @Test
    void the_key_of_another_certificate_is_refused() {
        var key = TestCertificate.make().keyIn(files.resolve("key"));
        var refused = assertThrows(IOException.class, () -> Pem.pair(certificate.chainIn(files.resolve("chain")), key));
        assertTrue(String.valueOf(refused.getMessage()).contains("is not that of"), refused::getMessage);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nMAA=\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\n%%%%\n-----END EC PRIVATE KEY-----",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----"
            })
    void what_is_no_key_is_refused(String text) throws IOException {
        var chain = certificate.chainIn(files.resolve("chain"));
        var key = Files.writeString(files.resolve("key"), text);
        assertThrows(IOException.class, () -> Pem.pair(chain, key));
        assertThrows(IOException.class, () -> Pem.pair(key, certificate.keyIn(files.resolve("good"))));
        assertThrows(IOException.class, () -> Pem.pair(files.resolve("missing"), chain));
    }
}
