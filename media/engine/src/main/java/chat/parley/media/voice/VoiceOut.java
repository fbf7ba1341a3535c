package chat.parley.media.voice;

import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.srtp.Aead;
import chat.parley.media.srtp.Crypto;
import chat.parley.media.srtp.PacketOut;
import chat.parley.media.wire.Bytes;

/// Seals what one bot gets. Both directions share the key, as the protocol has it; bots count their nonces from
/// zero, so ours begin in the upper half.
public final class VoiceOut implements PacketOut {
    private final Aead aead;
    private final byte[] nonce = new byte[12];
    private int count = Integer.MIN_VALUE;

    public VoiceOut(Crypto crypto, VoiceMode mode, byte[] key) {
        aead = mode.aead(crypto, key);
    }

    @Override
    public int sealRtp(byte[] bytes, int at, int length, long index) {
        if (count == -1) {
            throw new IllegalStateException("the key is used up");
        }
        Bytes.put32(nonce, 0, count);
        int header = RtpPacket.HEADER;
        aead.seal(nonce, bytes, at, header, bytes, at + header, length - header);
        Bytes.put32(bytes, at + length + Aead.TAG, count++);
        return length + Aead.TAG + VoiceIn.NONCE;
    }

    @Override
    public int sealRtcp(byte[] bytes, int at, int length) {
        throw new IllegalStateException("bots get no control packets");
    }

    @Override
    public int touch() {
        return count + aead.touch();
    }

    @Override
    public void close() {
        aead.close();
    }
}
