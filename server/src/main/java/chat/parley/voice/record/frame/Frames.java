package chat.parley.voice.record.frame;

import chat.parley.media.codec.Codec;
import org.jspecify.annotations.Nullable;

/// One picture after the other, out of the payloads of their packets in order.
public sealed interface Frames permits Vp8Frames, Vp9Frames, H264Frames {
    /// Those of this codec, or null when we cannot put them together.
    static @Nullable Frames of(@Nullable Codec codec) {
        return switch (codec) {
            case VP8 -> new Vp8Frames();
            case VP9 -> new Vp9Frames();
            case H264 -> new H264Frames();
            // No section offers AV1.
            case AV1, OPUS, RED -> null;
            case null -> null;
        };
    }

    /// Looks at one, of which the rest tells then.
    ///
    /// @return false when it is damaged, and is left out
    boolean read(byte[] payload);

    /// Whether a picture may begin with what was read.
    boolean opens();

    /// Whether a picture that needs no other seems to begin with what was read.
    boolean keyframe();

    /// Forgets the picture that was begun.
    void clear();

    /// Takes what was read into the picture.
    void add(byte[] payload);

    /// The picture as a file holds it; empty when something is missing in it.
    byte[] whole();

    /// Whether the last whole picture needs no other.
    boolean key();

    /// As the last whole key frame said; absent before one.
    @Nullable
    Format format();
}
