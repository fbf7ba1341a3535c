package chat.parley.media.net.dtls;

import chat.parley.media.srtp.MasterKey;
import chat.parley.media.srtp.Profile;
import java.io.IOException;
import java.util.Hashtable;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DatagramTransport;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;

/// A browser's side of the handshake.
public final class DtlsClient extends DefaultTlsClient {
    private final Identity identity;
    private final String serverFingerprint;
    private final int[] profiles;
    private Profile profile = Profile.AEAD_AES_128_GCM;
    private byte[] material = {};

    /// @param profiles what is offered, as Chromium does: its favourite first
    public DtlsClient(Identity identity, String serverFingerprint, int... profiles) {
        super(identity.crypto());
        this.identity = identity;
        this.serverFingerprint = serverFingerprint;
        this.profiles = profiles;
    }

    public DTLSTransport connect(DatagramTransport transport) throws IOException {
        return new DTLSClientProtocol().connect(this, transport);
    }

    public MasterKey key(boolean ofClient) {
        return MasterKey.exported(profile, material, ofClient);
    }

    public Profile profile() {
        return profile;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return ProtocolVersion.DTLSv12.only();
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Hashtable getClientExtensions() throws IOException {
        var extensions = super.getClientExtensions();
        if (profiles.length > 0) {
            TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(profiles, TlsUtils.EMPTY_BYTES));
        }
        return extensions;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void processServerExtensions(Hashtable extensions) throws IOException {
        super.processServerExtensions(extensions);
        var chosen = TlsSRTPUtils.getUseSRTPExtension(extensions);
        var found = chosen == null ? null : Profile.of(chosen.getProtectionProfiles()[0]);
        if (found == null) {
            throw new TlsFatalAlert(AlertDescription.illegal_parameter);
        }
        profile = found;
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate shown) throws IOException {
                byte[] encoded = shown.getCertificate().getCertificateAt(0).getEncoded();
                if (!Identity.fingerprint(encoded).equals(serverFingerprint)) {
                    throw new TlsFatalAlert(AlertDescription.bad_certificate);
                }
            }

            @Override
            public TlsCredentials getClientCredentials(CertificateRequest request) {
                return identity.signer(context);
            }
        };
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        material =
                context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, 2 * (profile.keyBytes + profile.saltBytes));
    }
}
