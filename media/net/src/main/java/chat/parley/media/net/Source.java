package chat.parley.media.net;

import chat.parley.media.codec.Codec;
import java.util.List;

/// What a peer publishes.
public enum Source {
    MICROPHONE,
    /// Three sizes at once, smallest first, of which each subscriber gets one.
    CAMERA,
    SCREEN,
    SCREEN_SOUND;

    public boolean audio() {
        return this == MICROPHONE || this == SCREEN_SOUND;
    }

    /// Offered in this order; the browser takes the first that it can.
    List<Codec> codecs() {
        return switch (this) {
            // A browser that prefers RED, on a bad line, sends it; without a word it sends Opus alone.
            case MICROPHONE -> List.of(Codec.OPUS, Codec.RED);
            case SCREEN_SOUND -> List.of(Codec.OPUS);
            case CAMERA -> List.of(Codec.VP8, Codec.H264);
            case SCREEN -> List.of(Codec.VP8, Codec.VP9, Codec.H264);
        };
    }

    /// The names of the simulcast layers, smallest first.
    List<String> rids() {
        return this == CAMERA ? List.of("q", "h", "f") : List.of();
    }
}
