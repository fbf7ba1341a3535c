package chat.parley.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A file of lines `key = value`. A line that begins with `#` is a comment; quotes around a value are optional.
final class ConfigFile {
    private ConfigFile() {}

    static Map<Key<?>, Value> read(Path file, boolean mustExist) {
        if (!mustExist && Files.notExists(file)) {
            return Map.of();
        }
        try {
            return parse(file, Files.readAllLines(file));
        } catch (IOException failure) {
            throw new CannotStart("The configuration file " + file + " cannot be read: " + failure, failure);
        }
    }

    private static Map<Key<?>, Value> parse(Path file, List<String> lines) {
        var values = new HashMap<Key<?>, Value>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            String place = file + " line " + (i + 1);
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 0) {
                throw new CannotStart(place + ": expected `key = value`, found \"" + line + "\".");
            }
            var key = key(line.substring(0, equals).strip(), place);
            var value = new Value(unquoted(line.substring(equals + 1).strip()), place);
            var earlier = values.put(key, value);
            if (earlier != null) {
                throw new CannotStart(place + ": " + key.name() + " was already set in " + earlier.place()
                        + ". Remove one of the two.");
            }
        }
        return values;
    }

    private static Key<?> key(String name, String place) {
        return Keys.named(name)
                .orElseThrow(() -> new CannotStart(place + ": there is no key \"" + name + "\". "
                        + Similar.hint(name, Keys.ALL.stream().map(Key::name).toList())
                        + "Remove the line, or see `parley config`."));
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
