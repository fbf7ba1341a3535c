package chat.parley.edge.discord.voice;

import org.jspecify.annotations.Nullable;

/// What a message of the voice gateway is. Below 100 they are Discord's (Discord docs, topics/voice-connections).
enum VoiceOpcode {
    IDENTIFY(0, true),
    SELECT_PROTOCOL(1, true),
    READY(2, false),
    HEARTBEAT(3, true),
    SESSION_DESCRIPTION(4, false),
    SPEAKING(5, true),
    HEARTBEAT_ACK(6, false),
    RESUME(7, true),
    HELLO(8, false),
    RESUMED(9, false),
    CLIENTS_CONNECT(11, false),
    CLIENT_DISCONNECT(13, false),
    OFFER(100, false),
    ANSWER(101, true),
    PUBLISH(102, true),
    UNPUBLISH(103, true),
    SUBSCRIBE(104, true),
    UNSUBSCRIBE(105, true),
    PREFER(106, true),
    TRACKS(107, false),
    VIEWERS(108, false),
    LAYERS_WANTED(109, false),
    QUALITY(110, true),
    CAMERAS(111, true),
    FLOOR(112, false),
    PAUSED(113, false),
    RECORDING(120, false),
    CONSENT(121, true);

    private final int number;
    private final boolean fromClient;

    VoiceOpcode(int number, boolean fromClient) {
        this.number = number;
        this.fromClient = fromClient;
    }

    int number() {
        return number;
    }

    /// Whether the client is told this by numbered messages, which version 8 counts.
    boolean numbered() {
        return switch (this) {
            case HELLO, HEARTBEAT_ACK, RESUMED -> false;
            default -> true;
        };
    }

    /// Absent when a client may not say it.
    static @Nullable VoiceOpcode ofClient(int number) {
        for (var it : values()) {
            if (it.number == number && it.fromClient) {
                return it;
            }
        }
        return null;
    }
}
