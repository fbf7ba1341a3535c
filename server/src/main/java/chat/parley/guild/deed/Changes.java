package chat.parley.guild.deed;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Compares a thing before and after, value by value, and keeps what differs. Ids, permission bits and other 64-bit
/// numbers are told as text, as everywhere on the wire.
public final class Changes<T> {
    private final @Nullable T before;
    private final @Nullable T after;
    private final List<Change> found = new ArrayList<>();

    private Changes(@Nullable T before, @Nullable T after) {
        this.before = before;
        this.after = after;
    }

    /// @param before absent for what was made
    /// @param after absent for what is gone
    public static <T> Changes<T> between(@Nullable T before, @Nullable T after) {
        return new Changes<>(before, after);
    }

    public Changes<T> tell(String key, Function<T, @Nullable Object> value) {
        var old = before == null ? null : value.apply(before);
        var now = after == null ? null : value.apply(after);
        if (!Objects.equals(old, now)) {
            found.add(Change.of(key, old, now));
        }
        return this;
    }

    public List<Change> list() {
        return List.copyOf(found);
    }
}
