package chat.parley.channel.trait;

import org.jspecify.annotations.Nullable;

/// What holds for the new threads of a channel.
///
/// @param autoArchiveMin absent when nothing was chosen
/// @param slowmodeS that a new thread begins with
public record ThreadDefaults(@Nullable Integer autoArchiveMin, int slowmodeS) {
    public static final ThreadDefaults NONE = new ThreadDefaults(null, 0);
}
