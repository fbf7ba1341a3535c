package chat.parley.edge.discord.gateway.wire;

/// How a connection's messages are written. All are without memory: no message refers to an earlier one,
/// so a message may be encoded once for everybody, and a connection costs no compression context (98 to 169 KB
/// each, as measured).
public enum Encoding {
    /// JSON in a text frame.
    PLAIN,
    /// Discord's `compress=zlib-stream`: one zlib stream for the connection, a message a binary frame.
    ZLIB_STREAM,
    /// Discord's `compress=zstd-stream`: one Zstandard frame for the connection, a message a binary frame.
    ZSTD_STREAM,
    /// WebSocket's permessage-deflate with `server_no_context_takeover` (RFC 7692).
    MESSAGE_DEFLATE
}
