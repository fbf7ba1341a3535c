package chat.parley.edge.discord.voice;

/// Why the server ends a voice connection (Discord docs, topics/opcodes-and-status-codes).
enum VoiceClose {
    UNKNOWN_OPCODE(4001, "You sent an opcode that does not exist or is not for clients."),
    DECODE_ERROR(4002, "You sent a payload that could not be read."),
    NOT_AUTHENTICATED(4003, "You sent a payload before identifying."),
    AUTHENTICATION_FAILED(4004, "The token is not valid, or not any more."),
    ALREADY_AUTHENTICATED(4005, "You identified twice."),
    SESSION_INVALID(4006, "The session is not valid any more."),
    SESSION_TIMED_OUT(4009, "The session timed out."),
    UNKNOWN_PROTOCOL(4012, "The protocol is not known."),
    DISCONNECTED(4014, "You left the channel, or were put out of it. Do not come back by yourself."),
    SERVER_CRASHED(4015, "The media connection broke. Come back."),
    UNKNOWN_MODE(4016, "The encryption mode is not known."),
    RATE_LIMITED(4020, "You are sending payloads too quickly."),
    REPLACED(4022, "Another connection took your place."),
    RESTARTING(1012, "The server restarts. Come back.");

    private final int number;
    private final String reason;

    VoiceClose(int number, String reason) {
        this.number = number;
        this.reason = reason;
    }

    int number() {
        return number;
    }

    String reason() {
        return reason;
    }
}
