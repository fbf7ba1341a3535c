package chat.parley.voice.record;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;
import org.jspecify.annotations.Nullable;

/// One file of a recording.
///
/// @param user absent for the mix of all voices
/// @param source what was recorded: `microphone`, `camera`, `screen`, `screen_sound`, or `mix`
/// @param offsetMs how long after the recording's beginning it begins
public record RecordingFile(
        EntityId id,
        EntityId recording,
        @Nullable UserId user,
        String source,
        long offsetMs,
        long durationMs,
        long bytes) {
    public static final String MIX = "mix";

    boolean picture() {
        return source.equals("camera") || source.equals("screen");
    }

    public String contentType() {
        return picture() ? "video/webm" : "audio/ogg";
    }

    public String filename() {
        return (user == null ? source : user.text() + "-" + source) + (picture() ? ".webm" : ".ogg");
    }

    /// In the file store.
    public String blob() {
        return "recordings/" + recording.text() + "/" + id.text();
    }
}
