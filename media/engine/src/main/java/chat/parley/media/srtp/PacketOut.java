package chat.parley.media.srtp;

/// Seals what one peer is sent, in place.
public interface PacketOut {
    /// @param index the sequence number with the roll-overs before it; never twice the same for one SSRC and
    /// other content
    /// @return the packet's new length
    int sealRtp(byte[] bytes, int at, int length, long index);

    int sealRtcp(byte[] bytes, int at, int length);

    /// Reads what the next packet will need, so that the processor has it by then. What it answers means nothing.
    default int touch() {
        return 0;
    }

    void close();
}
