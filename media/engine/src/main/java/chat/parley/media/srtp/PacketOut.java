package chat.parley.media.srtp;

/// Seals what one peer is sent, in place.
public interface PacketOut {
    /// @param index the sequence number with the roll-overs before it; never twice the same for one SSRC and
    /// other content
    /// @return the packet's new length
    int sealRtp(byte[] bytes, int at, int length, long index);

    int sealRtcp(byte[] bytes, int at, int length);

    void close();
}
