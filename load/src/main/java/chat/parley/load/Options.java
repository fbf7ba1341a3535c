package chat.parley.load;

import java.util.HashMap;
import java.util.Map;

/// The command line after the scenario's name.
record Options(Map<String, String> values) {
    static final String HELP = """
              --seconds N    length of each round (10)
              --rounds N     rounds; the median is reported (3)
              --senders N    connections that send at once: send (64)
              --rate N       messages a second, open loop: send (0 = as fast as possible), fanout (20)
              --sockets N    gateway sockets: fanout (1000), idle (20)
              --compress M   none or zlib-stream: fanout (none)
              --data-dir D   where the node keeps its data (a scratch folder)
            """;

    static Options of(String... arguments) {
        var values = new HashMap<String, String>();
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--")) {
                throw new IllegalArgumentException("Not an option: " + arguments[i]);
            }
            values.put(arguments[i].substring(2), arguments[i + 1]);
        }
        return new Options(values);
    }

    int number(String name, int otherwise) {
        var value = values.get(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }
}
