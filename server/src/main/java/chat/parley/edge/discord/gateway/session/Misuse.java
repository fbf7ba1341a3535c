package chat.parley.edge.discord.gateway.session;

import chat.parley.edge.discord.gateway.wire.CloseCode;

/// The client broke the protocol; its connection ends with that code. Stackless, because it is an answer, not a
/// fault.
public final class Misuse extends RuntimeException {
    private final transient CloseCode code;

    public Misuse(CloseCode code) {
        super(code.reason(), null, false, false);
        this.code = code;
    }

    public CloseCode code() {
        return code;
    }
}
