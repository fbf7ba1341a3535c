package chat.parley.media.srtp;

/// Opens what one peer sends, in place: SRTP from a browser, or Discord's transport encryption from a bot.
public interface PacketIn {
    /// @return the packet's length without the tag, or one of the reasons of [SrtpIn] below zero; then its
    /// content is unspecified
    int openRtp(byte[] bytes, int at, int length);

    int openRtcp(byte[] bytes, int at, int length);

    void close();
}
