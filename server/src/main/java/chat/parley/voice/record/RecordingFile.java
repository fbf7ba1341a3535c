package chat.parley.voice.record;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;
import chat.parley.media.codec.Codec;
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
        Codec codec,
        long offsetMs,
        long durationMs,
        long bytes) {
    public static final String MIX = "mix";

    /// WebM holds no H.264, Matroska does; most players take both for the same.
    public String contentType() {
        return switch (codec) {
            case OPUS, RED -> "audio/ogg";
            case VP8, VP9, AV1 -> "video/webm";
            case H264 -> "video/x-matroska";
        };
    }

    public String filename() {
        var ending = switch (codec) {
            case OPUS, RED -> ".ogg";
            case VP8, VP9, AV1 -> ".webm";
            case H264 -> ".mkv";
        };
        return (user == null ? source : user.text() + "-" + source) + ending;
    }

    /// In the file store.
    public String blob() {
        return "recordings/" + recording.text() + "/" + id.text();
    }

    RecordingFile of(long size) {
        return new RecordingFile(id, recording, user, source, codec, offsetMs, durationMs, size);
    }
}
