package chat.parley.file.recording;

import chat.parley.file.kind.FileKind;
import chat.parley.file.picture.Size;
import org.jspecify.annotations.Nullable;

/// What a container says of its sound or film.
///
/// @param kind as it turned out: a film's container may hold sound alone
/// @param size of the film as it is looked at; absent of sound
/// @param durationS absent when nothing says it
public record Recording(
        FileKind kind, @Nullable Size size, @Nullable Double durationS) {
    private static final double LONGEST_S = 1e7;

    /// A number of units as seconds; nothing when that is no length.
    static @Nullable Double seconds(double units, double perSecond) {
        double seconds = units / perSecond;
        return seconds > 0 && seconds < LONGEST_S ? Math.round(seconds * 1_000) / 1_000.0 : null;
    }

    static @Nullable Size size(long width, long height) {
        boolean fits = width > 0 && height > 0 && width < 1 << 16 && height < 1 << 16;
        return fits ? new Size((int) width, (int) height) : null;
    }
}
