package chat.parley.media.net.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chat.parley.media.demux.Kind;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.rtp.RtpWriter;
import chat.parley.media.wire.Bytes;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A bot's UDP half as Discord's libraries write it, with a cipher of the JDK rather than the engine's.
public final class TestBot implements AutoCloseable {
    private static final int OPUS = 0x78;
    private static final int HEADER = 12;
    private static final int TAG = 16;

    public final Wire wire;
    private final int ssrc;
    private byte[] key = {};
    private int count;

    public TestBot(int serverPort, int ssrc) {
        wire = new Wire(serverPort);
        this.ssrc = ssrc;
    }

    /// Asks for its own address.
    public InetSocketAddress discover(int waitMillis) {
        byte[] request = new byte[74];
        Bytes.put16(request, 0, 1);
        Bytes.put16(request, 2, 70);
        Bytes.put32(request, 4, ssrc);
        wire.send(request);
        byte[] answer = wire.next(Kind.STUN, waitMillis);
        if (answer.length != 74 || Bytes.u16(answer, 0) != 2 || Bytes.i32(answer, 4) != ssrc) {
            throw new AssertionError("no answer to the discovery: " + Arrays.toString(answer));
        }
        var host = new String(answer, 8, 64, US_ASCII).trim();
        return new InetSocketAddress(host, Bytes.u16(answer, 72));
    }

    public void key(byte[] key) {
        this.key = key.clone();
    }

    /// Twenty milliseconds of Opus under `aead_aes256_gcm_rtpsize`.
    public void send(int sequence, byte[] opus) throws GeneralSecurityException {
        byte[] clear = new byte[1500];
        int length = new RtpWriter()
                .begin(clear, 0, OPUS, false)
                .numbers(sequence, 960L * sequence, ssrc)
                .payload(opus, 0, opus.length);
        byte[] sealed = Arrays.copyOf(clear, length + TAG + 4);
        byte[] nonce = new byte[12];
        Bytes.put32(nonce, 0, count++);
        var cipher = gcm(Cipher.ENCRYPT_MODE, nonce);
        cipher.updateAAD(clear, 0, HEADER);
        cipher.doFinal(clear, HEADER, length - HEADER, sealed, HEADER);
        System.arraycopy(nonce, 0, sealed, length + TAG, 4);
        wire.send(sealed);
    }

    /// The next packet, opened; it is empty when none came.
    public byte[] next(int waitMillis) throws GeneralSecurityException {
        byte[] sealed = wire.next(Kind.RTP, waitMillis);
        if (sealed.length == 0) {
            return sealed;
        }
        byte[] nonce = Arrays.copyOf(Arrays.copyOfRange(sealed, sealed.length - 4, sealed.length), 12);
        var cipher = gcm(Cipher.DECRYPT_MODE, nonce);
        cipher.updateAAD(sealed, 0, HEADER);
        byte[] clear = Arrays.copyOf(sealed, sealed.length - TAG - 4);
        cipher.doFinal(sealed, HEADER, sealed.length - HEADER - 4, clear, HEADER);
        return clear;
    }

    private Cipher gcm(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG, nonce));
        return cipher;
    }

    public static RtpPacket read(byte[] clear) {
        var packet = new RtpPacket();
        if (!packet.read(clear, 0, clear.length)) {
            throw new AssertionError("no packet");
        }
        return packet;
    }

    @Override
    public void close() {
        wire.close();
    }
}
