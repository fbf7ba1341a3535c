package chat.parley.edge.discord.gateway.wire;

import org.jspecify.annotations.Nullable;

/// What a gateway message is (Discord docs, topics/opcodes-and-status-codes). The last column says who sends
/// it.
public enum Opcode {
    DISPATCH(0), //               server
    HEARTBEAT(1), //              both
    IDENTIFY(2), //               client
    PRESENCE_UPDATE(3), //        client
    VOICE_STATE_UPDATE(4), //     client
    VOICE_SERVER_PING(5), //      client
    RESUME(6), //                 client
    RECONNECT(7), //              server
    REQUEST_GUILD_MEMBERS(8), //  client
    INVALID_SESSION(9), //        server
    HELLO(10), //                 server
    HEARTBEAT_ACK(11), //         server
    CALL_CONNECT(13), //          client, people only
    GUILD_SUBSCRIPTIONS(14), //   client, people only
    REQUEST_SOUNDBOARD_SOUNDS(31), // client
    GUILD_SUBSCRIPTIONS_BULK(37); // client, people only

    private static final @Nullable Opcode[] BY_NUMBER = new Opcode[38];

    static {
        for (var opcode : values()) {
            BY_NUMBER[opcode.number] = opcode;
        }
    }

    private final int number;

    Opcode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /// Whether a client may say it.
    public boolean fromClient() {
        return switch (this) {
            case DISPATCH, RECONNECT, INVALID_SESSION, HELLO, HEARTBEAT_ACK -> false;
            case HEARTBEAT,
                    IDENTIFY,
                    PRESENCE_UPDATE,
                    VOICE_STATE_UPDATE,
                    VOICE_SERVER_PING,
                    RESUME,
                    REQUEST_GUILD_MEMBERS,
                    CALL_CONNECT,
                    REQUEST_SOUNDBOARD_SOUNDS,
                    GUILD_SUBSCRIPTIONS,
                    GUILD_SUBSCRIPTIONS_BULK -> true;
        };
    }

    public static @Nullable Opcode of(int number) {
        return number < 0 || number >= BY_NUMBER.length ? null : BY_NUMBER[number];
    }
}
