package chat.parley.voice.record;

import chat.parley.base.id.UserId;
import chat.parley.media.codec.Codec;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is in a file that is still being written, as its name tells: all that is known of it after a crash.
///
/// @param part tells apart what one person sent after leaving and coming back
/// @param offsetMs how long after the recording's beginning it begins
record Title(UserId user, int part, String source, long offsetMs, Codec codec) {
    private static final Pattern NAME = Pattern.compile("([0-9]+)-([0-9]+)-([a-z_]+)-([0-9]+)\\.([a-z0-9]+)");

    String filename() {
        return user.text() + "-" + part + "-" + source + "-" + offsetMs + "."
                + codec.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Title of(String filename) {
        var parts = NAME.matcher(filename);
        var codec = parts.matches() ? Codec.ofEncoding(parts.group(5)) : null;
        return codec == null
                ? null
                : new Title(
                        UserId.of(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        parts.group(3),
                        Long.parseLong(parts.group(4)),
                        codec);
    }
}
