package chat.parley.voice.record.track;

import java.io.IOException;

/// What one person sends by one source, on its way into a file. One thread at a time.
public sealed interface Track extends AutoCloseable permits VoiceTrack, PictureTrack {
    void take(Piece piece) throws IOException;

    /// Time has passed: what is waited for may have been lost.
    void flush(long nowNanos) throws IOException;

    /// Whether anything was written.
    boolean any();

    long durationMs();

    @Override
    void close() throws IOException;
}
