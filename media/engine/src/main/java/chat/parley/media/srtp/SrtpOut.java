package chat.parley.media.srtp;

import chat.parley.media.rtp.RtpPacket;

/// Seals what one peer is sent. The caller counts packets in 48 bits, so no state is kept for each source.
public final class SrtpOut implements PacketOut {
    private static final int RTCP_INDEX_MAX = 0x7fff_ffff;

    private final Profile profile;
    private final Transform rtp;
    private final Transform rtcp;
    private int rtcpIndex;

    public SrtpOut(Crypto crypto, MasterKey key) {
        profile = key.profile();
        rtp = crypto.forRtp(key);
        rtcp = crypto.forRtcp(key);
    }

    /// Bytes that must be free behind a packet.
    public int overhead() {
        return profile.tagBytes + 4;
    }

    /// Encrypts a well-formed RTP packet in place.
    ///
    /// @param index its sequence number with the roll-overs before it; never twice the same for one SSRC and
    /// other content
    /// @return its new length
    @Override
    public int sealRtp(byte[] bytes, int at, int length, long index) {
        int header = RtpPacket.headerLength(bytes, at, length);
        if (header < 0) {
            throw new IllegalArgumentException("not an RTP packet");
        }
        return rtp.sealRtp(bytes, at, length, header, index);
    }

    @Override
    public int sealRtcp(byte[] bytes, int at, int length) {
        if (rtcpIndex == RTCP_INDEX_MAX) {
            throw new IllegalStateException("the keys are used up");
        }
        return rtcp.sealRtcp(bytes, at, length, ++rtcpIndex);
    }

    @Override
    public int touch() {
        return rtp.touch();
    }

    @Override
    public void close() {
        rtp.close();
        rtcp.close();
    }
}
