package chat.parley.edge.discord.voice;

/// A client broke the protocol; its connection ends with the code.
final class VoiceMisuse extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final VoiceClose code;

    VoiceMisuse(VoiceClose code) {
        super(code.reason(), null, false, false);
        this.code = code;
    }

    VoiceClose code() {
        return code;
    }
}
