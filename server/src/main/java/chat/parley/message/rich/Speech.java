package chat.parley.message.rich;

import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.file.Attachment;
import java.util.List;

/// What a message has to be to count as spoken: one sound with its length and waveform, and nothing else.
public final class Speech {
    private static final double LONGEST_S = 20 * 60;

    private Speech() {}

    /// @param alone whether the message holds nothing but files
    public static void require(boolean alone, List<Attachment> files) {
        if (!alone) {
            throw Refusal.unfit(Why.VOICE_MESSAGE_WITH_MORE);
        }
        String type = files.size() == 1 ? files.getFirst().contentType() : null;
        if (type == null || !type.startsWith("audio/")) {
            throw Refusal.unfit(Why.VOICE_MESSAGE_WITHOUT_SOUND);
        }
        var length = files.getFirst().durationS();
        String waveform = files.getFirst().waveform();
        if (length == null || length <= 0 || length > LONGEST_S || waveform == null || waveform.isEmpty()) {
            throw Refusal.unfit(Why.VOICE_MESSAGE_UNTOLD);
        }
    }
}
