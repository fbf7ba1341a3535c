package chat.parley.media.voice;

import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.srtp.Aead;
import chat.parley.media.srtp.Crypto;
import chat.parley.media.srtp.PacketIn;
import chat.parley.media.srtp.ReplayWindow;
import chat.parley.media.srtp.SrtpIn;
import chat.parley.media.wire.Bytes;

/// Opens what one bot sends. A packet is the RTP header (with the four bytes that announce extensions, but not
/// the extensions themselves), the encrypted rest, a tag of 16 bytes, and the four bytes of nonce that the sender
/// counts up.
public final class VoiceIn implements PacketIn {
    static final int NONCE = 4;

    private final Aead aead;
    private final int ssrc;
    private final ReplayWindow window = new ReplayWindow();
    private final byte[] nonce = new byte[12];

    /// @param ssrc the only one under which the bot may send
    public VoiceIn(Crypto crypto, VoiceMode mode, byte[] key, int ssrc) {
        aead = mode.aead(crypto, key);
        this.ssrc = ssrc;
    }

    @Override
    public int openRtp(byte[] bytes, int at, int length) {
        int header = authenticated(bytes, at, length);
        int sealed = length - header - NONCE;
        if (header < 0 || sealed < Aead.TAG || Bytes.i32(bytes, at + 8) != ssrc) {
            return SrtpIn.MALFORMED;
        }
        long index = SrtpIn.guess(Bytes.u16(bytes, at + 2), window.highest());
        if (!window.isNew(index)) {
            return SrtpIn.REPLAYED;
        }
        System.arraycopy(bytes, at + length - NONCE, nonce, 0, NONCE);
        if (!aead.open(nonce, bytes, at, header, bytes, at + header, sealed)) {
            return SrtpIn.FORGED;
        }
        window.note(index);
        return length - Aead.TAG - NONCE;
    }

    /// Fixed header, contributing sources, and the announcement of extensions.
    private static int authenticated(byte[] bytes, int at, int length) {
        if (length < RtpPacket.HEADER || (bytes[at] & 0xc0) != 0x80) {
            return -1;
        }
        int header = RtpPacket.HEADER + 4 * (bytes[at] & 0x0f) + ((bytes[at] & 0x10) == 0 ? 0 : 4);
        return header > length ? -1 : header;
    }

    /// Bots' control packets say nothing that we need.
    @Override
    public int openRtcp(byte[] bytes, int at, int length) {
        return SrtpIn.MALFORMED;
    }

    @Override
    public void close() {
        aead.close();
    }
}
