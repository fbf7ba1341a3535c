package chat.parley.edge.discord.gateway.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// One event as it is said to clients: its name and its shared body. Only the sequence number differs between
/// receivers.
///
/// @param head the frame up to the sequence number: `{"op":0,"t":"MESSAGE_CREATE","s":`
/// @param solicited answers something that the client itself asked for (READY, its guilds, chunks of members),
///     so that it does not count when a client is judged too slow
public record Dispatch(String type, byte[] head, Body body, boolean solicited) {
    public static Dispatch of(String type, Object d) {
        return of(type, Body.of(d), false);
    }

    public static Dispatch solicited(String type, Object d) {
        return of(type, Body.of(d), true);
    }

    private static Dispatch of(String type, Body body, boolean solicited) {
        return new Dispatch(type, ("{\"op\":0,\"t\":\"" + type + "\",\"s\":").getBytes(US_ASCII), body, solicited);
    }

    public int bytes() {
        return head.length + body.bytes();
    }
}
