package chat.parley.account;

import org.jspecify.annotations.Nullable;

/// A value of a change that may be left alone, taken away or replaced.
///
/// @param value absent takes it away, when `present`
public record Field<T>(boolean present, @Nullable T value) {
    public static <T> Field<T> untouched() {
        return new Field<>(false, null);
    }

    public static <T> Field<T> of(@Nullable T value) {
        return new Field<>(true, value);
    }

    public @Nullable T or(@Nullable T before) {
        return present ? value : before;
    }

    /// Without the value: names and addresses must not reach a log.
    @Override
    public String toString() {
        return present ? "changed" : "untouched";
    }
}
