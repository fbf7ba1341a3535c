package chat.parley.media.srtp;

import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.wire.Bytes;

/// Opens what one peer sends. The answers below zero say why a packet is dropped, for the counters.
public final class SrtpIn implements PacketIn {
    public static final int MALFORMED = -1;
    public static final int FORGED = -2;
    public static final int REPLAYED = -3;
    public static final int TOO_MANY_SOURCES = -4;

    private final Transform rtp;
    private final Transform rtcp;
    private final Sources rtpSources = new Sources();
    private final Sources rtcpSources = new Sources();
    private long index;

    public SrtpIn(Crypto crypto, MasterKey key) {
        rtp = crypto.forRtp(key);
        rtcp = crypto.forRtcp(key);
    }

    /// Decrypts an RTP packet in place.
    ///
    /// @return its length without the tag, or a reason below zero; then its content is unspecified
    @Override
    public int openRtp(byte[] bytes, int at, int length) {
        int header = RtpPacket.headerLength(bytes, at, length);
        if (header < 0) {
            return MALFORMED;
        }
        int ssrc = Bytes.i32(bytes, at + 8);
        var window = rtpSources.find(ssrc);
        long guess = guess(Bytes.u16(bytes, at + 2), window == null ? -1 : window.highest());
        if (window != null && !window.isNew(guess)) {
            return REPLAYED;
        }
        int clear = rtp.openRtp(bytes, at, length, header, guess);
        if (clear < 0) {
            return FORGED;
        }
        if (window == null) {
            window = new ReplayWindow();
            if (!rtpSources.add(ssrc, window)) {
                return TOO_MANY_SOURCES;
            }
        }
        window.note(guess);
        index = guess;
        return clear;
    }

    /// The 48-bit index (roll-over counter and sequence number) of the packet opened last.
    public long index() {
        return index;
    }

    /// Decrypts a compound RTCP packet in place.
    @Override
    public int openRtcp(byte[] bytes, int at, int length) {
        int wordAt = length - rtcp.indexFromEnd();
        if (wordAt < 8 || (bytes[at] & 0xc0) != 0x80) {
            return MALFORMED;
        }
        int ssrc = Bytes.i32(bytes, at + 4);
        long number = Bytes.u32(bytes, at + wordAt) & 0x7fff_ffff;
        var window = rtcpSources.find(ssrc);
        if (window != null && !window.isNew(number)) {
            return REPLAYED;
        }
        int clear = rtcp.openRtcp(bytes, at, length);
        if (clear < 0) {
            return FORGED;
        }
        if (window == null) {
            window = new ReplayWindow();
            if (!rtcpSources.add(ssrc, window)) {
                return TOO_MANY_SOURCES;
            }
        }
        window.note(number);
        return clear;
    }

    @Override
    public void close() {
        rtp.close();
        rtcp.close();
    }

    /// RFC 3711 section 3.3.1: the index nearest to the highest one that has these low 16 bits.
    public static long guess(int sequence, long highest) {
        if (highest < 0) {
            return sequence;
        }
        long near = highest + (short) (sequence - (int) highest);
        return near < 0 ? sequence : near;
    }
}
