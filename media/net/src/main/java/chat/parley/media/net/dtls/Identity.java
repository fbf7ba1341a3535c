package chat.parley.media.net.dtls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/// A self-signed certificate on P-256. The server makes one whenever it starts; browsers trust it because the
/// offer, which came over HTTPS, names its fingerprint.
public final class Identity {
    private static final Duration VALID = Duration.ofDays(365);
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

    private final BcTlsCrypto crypto;
    private final AsymmetricKeyParameter key;
    private final Certificate certificate;
    private final String fingerprint;

    private Identity(BcTlsCrypto crypto, AsymmetricKeyParameter key, byte[] encoded) throws IOException {
        this.crypto = crypto;
        this.key = key;
        certificate = new Certificate(new TlsCertificate[] {crypto.createCertificate(encoded)});
        fingerprint = fingerprint(encoded);
    }

    public static Identity create(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            var pair = generator.generateKeyPair();
            var key = PrivateKeyFactory.createKey(pair.getPrivate().getEncoded());
            return new Identity(new BcTlsCrypto(random), key, selfSigned(pair, random));
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// SHA-256 in hexadecimal with colons, as offers and answers have it.
    public String fingerprint() {
        return fingerprint;
    }

    static String fingerprint(byte[] certificate) {
        try {
            return COLONS.formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    BcTlsCrypto crypto() {
        return crypto;
    }

    Certificate certificate() {
        return certificate;
    }

    TlsCredentialedSigner signer(TlsContext context) {
        var algorithm = SignatureAndHashAlgorithm.getInstance(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa);
        return new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context), crypto, key, certificate, algorithm);
    }

    private static byte[] selfSigned(KeyPair pair, SecureRandom random) throws GeneralSecurityException, IOException {
        var algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
        var name = new X500Name("CN=Parley");
        var now = Instant.now();
        var body = new V3TBSCertificateGenerator();
        body.setSerialNumber(new ASN1Integer(new BigInteger(64, random)));
        body.setSignature(algorithm);
        body.setIssuer(name);
        body.setSubject(name);
        // A day back, for browsers whose clock is behind.
        body.setStartDate(new Time(Date.from(now.minus(Duration.ofDays(1)))));
        body.setEndDate(new Time(Date.from(now.plus(VALID))));
        body.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        var signed = body.generateTBSCertificate();
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate(), random);
        signature.update(signed.getEncoded("DER"));
        var parts = new ASN1EncodableVector();
        parts.add(signed);
        parts.add(algorithm);
        parts.add(new DERBitString(signature.sign()));
        return new DERSequence(parts).getEncoded("DER");
    }
}
