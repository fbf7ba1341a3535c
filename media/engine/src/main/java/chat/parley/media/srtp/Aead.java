package chat.parley.media.srtp;

/// AES-GCM with one key, for one direction, in place. Java's own and libcrypto's stand behind it.
public interface Aead {
    int TAG = 16;

    /// Encrypts `length` bytes of `text` and writes 16 bytes of tag behind them.
    void seal(byte[] nonce, byte[] header, int headerAt, int headerLength, byte[] text, int at, int length);

    /// Decrypts when the tag, which is the last 16 of `length` bytes, is right.
    boolean open(byte[] nonce, byte[] header, int headerAt, int headerLength, byte[] text, int at, int length);

    /// As [PacketOut#touch].
    default int touch() {
        return 0;
    }

    void close();
}
