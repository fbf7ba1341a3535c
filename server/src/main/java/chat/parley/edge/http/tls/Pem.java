package chat.parley.edge.http.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// Certificates and keys in the files that ACME clients write: PKCS #8, and the older forms of OpenSSL.
public final class Pem {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN ((?:RSA |EC )?PRIVATE KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private Pem() {}

    /// @param chain the node's own first
    public record Pair(PrivateKey key, X509Certificate[] chain) {}

    /// @throws IOException when a file cannot be read, or the key is another's
    public static Pair pair(Path chainFile, Path keyFile) throws IOException {
        var chain = chain(chainFile);
        var key = key(keyFile);
        if (!belongs(key, chain[0])) {
            throw new IOException("the key in " + keyFile + " is not that of the first certificate in " + chainFile);
        }
        return new Pair(key, chain);
    }

    private static X509Certificate[] chain(Path file) throws IOException {
        try {
            var all = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
            if (all.isEmpty()) {
                throw new IOException("there is no certificate in " + file);
            }
            return all.toArray(X509Certificate[]::new);
        } catch (GeneralSecurityException unreadable) {
            throw new IOException("there is no PEM certificate in " + file, unreadable);
        }
    }

    private static PrivateKey key(Path file) throws IOException {
        var found = KEY.matcher(Files.readString(file, US_ASCII));
        if (!found.find()) {
            throw new IOException("there is no PEM private key without a password in " + file);
        }
        try {
            var encoded = PrivateKeyInfo.getInstance(
                    modern(found.group(1), Base64.getMimeDecoder().decode(found.group(2))));
            return KeyFactory.getInstance(algorithm(encoded))
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded.getEncoded()));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IOException("the private key in " + file + " cannot be read", unreadable);
        }
    }

    private static ASN1Primitive modern(String label, byte[] bytes) throws IOException {
        return switch (label) {
            case "RSA PRIVATE KEY" ->
                new PrivateKeyInfo(
                                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                                ASN1Primitive.fromByteArray(bytes))
                        .toASN1Primitive();
            case "EC PRIVATE KEY" -> {
                var key = ECPrivateKey.getInstance(bytes);
                var curve = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject());
                yield new PrivateKeyInfo(curve, key).toASN1Primitive();
            }
            default -> ASN1Primitive.fromByteArray(bytes);
        };
    }

    private static String algorithm(PrivateKeyInfo key) {
        var id = key.getPrivateKeyAlgorithm().getAlgorithm();
        if (id.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return "RSA";
        }
        return id.equals(X9ObjectIdentifiers.id_ecPublicKey) ? "EC" : "EdDSA";
    }

    private static boolean belongs(PrivateKey key, X509Certificate certificate) throws IOException {
        try {
            var signature = Signature.getInstance(
                    switch (key.getAlgorithm()) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> "EdDSA";
                    });
            byte[] words = "mine".getBytes(US_ASCII);
            signature.initSign(key);
            signature.update(words);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(words);
            return signature.verify(signed);
        } catch (GeneralSecurityException another) {
            return false;
        }
    }
}
