package chat.parley.channel.trait;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a forum or media channel is set up.
///
/// @param reaction offered first under each post
/// @param sortOrder 0 by latest activity, 1 by creation; absent when nothing was chosen
/// @param layout 0 not set, 1 list, 2 gallery
/// @param requireTag whether a post needs one
public record Forum(
        List<Tag> tags, @Nullable Emoji reaction, @Nullable Integer sortOrder, int layout, boolean requireTag) {
    public static final Forum EMPTY = new Forum(List.of(), null, null, 0, false);

    public Forum {
        tags = List.copyOf(tags);
    }

    /// @param moderated only who manages threads may give it
    public record Tag(
            long id,
            String name,
            boolean moderated,
            @Nullable Emoji emoji) {}

    /// One of a guild's own by id, or any other by its characters.
    public record Emoji(@Nullable Long id, @Nullable String name) {}

    public @Nullable Tag tag(long id) {
        return tags.stream().filter(it -> it.id() == id).findFirst().orElse(null);
    }
}
