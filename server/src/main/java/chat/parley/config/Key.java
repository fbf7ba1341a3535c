package chat.parley.config;

import java.util.Locale;

/// One thing that an operator decides.
///
/// @param name as the file writes it: `media_port`
/// @param standard what holds when nobody decides, as the file would write it
/// @param secret never printed
public record Key<T>(String name, Kind<T> kind, String standard, String description, boolean secret) {

    static <T> Key<T> of(String name, Kind<T> kind, Object standard, String description) {
        return new Key<>(name, kind, String.valueOf(standard), description, false);
    }

    Key<T> asSecret() {
        return new Key<>(name, kind, standard, description, true);
    }

    /// `PARLEY_MEDIA_PORT`.
    public String variable() {
        return "PARLEY_" + name.toUpperCase(Locale.ROOT);
    }

    /// `--media-port`.
    public String option() {
        return "--" + name.replace('_', '-');
    }

    public String rule() {
        return kind.rule();
    }
}
