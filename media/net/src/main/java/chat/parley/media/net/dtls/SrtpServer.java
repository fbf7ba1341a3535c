package chat.parley.media.net.dtls;

import chat.parley.media.srtp.MasterKey;
import chat.parley.media.srtp.Profile;
import java.io.IOException;
import java.util.Hashtable;
import java.util.Vector;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.jspecify.annotations.Nullable;

/// The server's decisions in one handshake: ECDSA and AES-GCM only, the best SRTP profile that the client offers,
/// and a client certificate with the fingerprint that its answer named.
final class SrtpServer extends DefaultTlsServer {
    private static final int TIMEOUT_MS = 15_000;
    private static final int RESEND_MS = 400;
    private static final int MESSAGE_MAX = 16_384;

    private final Identity identity;
    private final Future<String> expected;
    private @Nullable Profile profile;
    private byte @Nullable [] material;

    /// @param expected the fingerprint in the answer, which may arrive after the handshake began
    SrtpServer(Identity identity, Future<String> expected) {
        super(identity.crypto());
        this.identity = identity;
        this.expected = expected;
    }

    /// The keys of one side, after the handshake.
    MasterKey key(boolean ofClient) {
        if (profile == null || material == null) {
            throw new IllegalStateException("the handshake is not complete");
        }
        return MasterKey.exported(profile, material, ofClient);
    }

    Profile profile() {
        if (profile == null) {
            throw new IllegalStateException("the handshake is not complete");
        }
        return profile;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return ProtocolVersion.DTLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return new int[] {
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
        };
    }

    @Override
    public int getHandshakeTimeoutMillis() {
        return TIMEOUT_MS;
    }

    @Override
    public int getHandshakeResendTimeMillis() {
        return RESEND_MS;
    }

    @Override
    public int getMaxHandshakeMessageSize() {
        return MESSAGE_MAX;
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() {
        return identity.signer(context);
    }

    @Override
    @SuppressWarnings("JdkObsolete") // The library's own type.
    public CertificateRequest getCertificateRequest() {
        var algorithms = new Vector<SignatureAndHashAlgorithm>();
        algorithms.add(SignatureAndHashAlgorithm.getInstance(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
        algorithms.add(SignatureAndHashAlgorithm.getInstance(HashAlgorithm.sha256, SignatureAlgorithm.rsa));
        short[] types = {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign};
        return new CertificateRequest(types, algorithms, null);
    }

    @Override
    @SuppressWarnings("rawtypes") // The library's own type.
    public void processClientExtensions(@Nullable Hashtable extensions) throws IOException {
        super.processClientExtensions(extensions);
        var offered = extensions == null ? null : TlsSRTPUtils.getUseSRTPExtension(extensions);
        profile = offered == null ? null : best(offered.getProtectionProfiles());
        if (profile == null) {
            throw new TlsFatalAlert(AlertDescription.handshake_failure, "no common SRTP profile");
        }
    }

    private static @Nullable Profile best(int[] offered) {
        for (var candidate : Profile.values()) {
            for (int number : offered) {
                if (number == candidate.number) {
                    return candidate;
                }
            }
        }
        return null;
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // The library's own type.
    public Hashtable getServerExtensions() throws IOException {
        var extensions = super.getServerExtensions();
        var chosen = new UseSRTPData(new int[] {profile().number}, TlsUtils.EMPTY_BYTES);
        TlsSRTPUtils.addUseSRTPExtension(extensions, chosen);
        return extensions;
    }

    @Override
    public void notifyClientCertificate(@Nullable Certificate certificate) throws IOException {
        if (certificate == null || certificate.isEmpty()) {
            throw new TlsFatalAlert(AlertDescription.certificate_required, "no client certificate");
        }
        var shown = Identity.fingerprint(certificate.getCertificateAt(0).getEncoded());
        if (!shown.equals(answered())) {
            throw new TlsFatalAlert(AlertDescription.bad_certificate, "not the certificate of the answer");
        }
    }

    private String answered() throws IOException {
        try {
            return expected.get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException never) {
            throw new TlsFatalAlert(AlertDescription.internal_error, "no answer named a certificate");
        } catch (InterruptedException left) {
            Thread.currentThread().interrupt();
            throw new TlsFatalAlert(AlertDescription.user_canceled, "left");
        }
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        int bytes = 2 * (profile().keyBytes + profile().saltBytes);
        material = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, bytes);
    }
}
