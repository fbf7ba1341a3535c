package chat.parley.edge.discord.gateway.wire;

/// Why the server ends a connection (Discord docs, topics/opcodes-and-status-codes).
///
/// 1000 is never sent: discord.js takes it for the end of the session and identifies anew, where it should
/// resume.
public enum CloseCode {
    UNKNOWN_ERROR(4000, "We are not sure what went wrong. Try reconnecting."),
    UNKNOWN_OPCODE(4001, "You sent an opcode that does not exist or is not for clients."),
    DECODE_ERROR(4002, "You sent a payload that could not be read."),
    NOT_AUTHENTICATED(4003, "You sent a payload before identifying."),
    AUTHENTICATION_FAILED(4004, "The account token is not valid."),
    ALREADY_AUTHENTICATED(4005, "You identified twice."),
    INVALID_SEQUENCE(4007, "The sequence to resume from is not valid."),
    RATE_LIMITED(4008, "You are sending payloads too quickly."),
    /// The same number as [#RATE_LIMITED]: clients resume after both.
    TOO_SLOW(4008, "You are reading too slowly. Resume."),
    SESSION_TIMED_OUT(4009, "The session timed out."),
    INVALID_SHARD(4010, "You sent an invalid shard."),
    SHARDING_REQUIRED(4011, "One shard would serve too many guilds. Use more shards."),
    INVALID_VERSION(4012, "You sent an invalid version for the gateway."),
    INVALID_INTENTS(4013, "You sent invalid intents."),
    DISALLOWED_INTENTS(4014, "You sent intents that you are not allowed."),
    TOO_BIG(1009, "A payload may have at most 4096 bytes."),
    /// RFC 6455, section 7.4.1 and the registry it founds: the service restarts.
    RESTARTING(1012, "The server restarts. Resume.");

    private final int number;
    private final String reason;

    CloseCode(int number, String reason) {
        this.number = number;
        this.reason = reason;
    }

    public int number() {
        return number;
    }

    /// At most 123 bytes, as a WebSocket close frame may carry.
    public String reason() {
        return reason;
    }
}
