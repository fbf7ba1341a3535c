package chat.parley.media.srtp;

/// One direction's session keys for either RTP or RTCP: seals and opens packets in place. The caller knows the
/// index and keeps the replay window. Two kinds exist, because RFC 3711 encrypts and then authenticates, and
/// RFC 7714 does both at once.
sealed interface Transform permits GcmTransform, CounterTransform {
    /// Encrypts what follows the header and appends the tag.
    ///
    /// @param index RTP: roll-over counter and sequence number, 48 bits
    /// @return the packet's new length
    int sealRtp(byte[] bytes, int at, int length, int header, long index);

    /// @return the packet's length without the tag, or -1 when it is not authentic; then its content is unspecified
    int openRtp(byte[] bytes, int at, int length, int header, long index);

    /// Encrypts what follows the first eight bytes and appends tag and index word in the profile's order.
    int sealRtcp(byte[] bytes, int at, int length, int index);

    int openRtcp(byte[] bytes, int at, int length);

    /// Where the index word (with the E bit on top) of a received SRTCP packet stands, counted from its end.
    int indexFromEnd();

    /// As [PacketOut#touch].
    default int touch() {
        return 0;
    }

    void close();
}
