package chat.parley.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The environment's share of the configuration: every variable that begins with `PARLEY_`.
record Environment(Map<Key<?>, Value> values, Optional<Path> file) {
    private static final String PREFIX = "PARLEY_";
    private static final String CONFIG = "PARLEY_CONFIG";
    /// Read by the launcher and the tests, not by the program.
    private static final List<String> NOT_OURS = List.of(CONFIG, "PARLEY_JAVA_OPTIONS");

    static Environment read(Map<String, String> environment) {
        var values = new HashMap<Key<?>, Value>();
        environment.forEach((name, text) -> {
            if (name.startsWith(PREFIX) && !NOT_OURS.contains(name)) {
                values.put(key(name), new Value(text, "the environment variable " + name));
            }
        });
        return new Environment(
                values, Optional.ofNullable(environment.get(CONFIG)).map(Path::of));
    }

    private static Key<?> key(String variable) {
        for (var key : Keys.ALL) {
            if (key.variable().equals(variable)) {
                return key;
            }
        }
        throw new CannotStart("There is no environment variable " + variable + ". "
                + Similar.hint(variable, Keys.ALL.stream().map(Key::variable).toList())
                + "Unset it, or see `parley config`.");
    }
}
