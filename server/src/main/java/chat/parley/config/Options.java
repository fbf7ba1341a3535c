package chat.parley.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The command line's share of the configuration.
record Options(Map<Key<?>, Value> values, Optional<Path> file) {
    private static final String CONFIG = "--config";

    static Options read(List<String> arguments) {
        var values = new HashMap<Key<?>, Value>();
        Path file = null;
        for (var it = arguments.iterator(); it.hasNext(); ) {
            String argument = it.next();
            String name = argument.replaceFirst("=.*", "");
            if (name.equals(CONFIG)) {
                file = Path.of(value(argument, it));
                continue;
            }
            var key = Keys.ALL.stream()
                    .filter(candidate -> candidate.option().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new CannotStart("There is no option " + name + ". "
                            + Similar.hint(
                                    name, Keys.ALL.stream().map(Key::option).toList())
                            + "`parley serve --help` lists all."));
            values.put(key, new Value(value(argument, it), "the option " + name));
        }
        return new Options(values, Optional.ofNullable(file));
    }

    private static String value(String argument, Iterator<String> rest) {
        int equals = argument.indexOf('=');
        if (equals >= 0) {
            return argument.substring(equals + 1);
        }
        if (!rest.hasNext()) {
            throw new CannotStart("The option " + argument + " needs a value: " + argument + " VALUE.");
        }
        return rest.next();
    }
}
