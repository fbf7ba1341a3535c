package chat.parley.load;

import java.util.HashMap;
import java.util.Map;

/// The command line after the scenario's name.
public record Options(Map<String, String> values) {
    static final String HELP = """
              --seconds N    length of each round (10; mixed 20)
              --rounds N     rounds; the median is reported (3)
              --senders N    connections that send at once: send (64)
              --readers N    connections that read at once: history (16), search (8)
              --rate N       open loop, a second: messages of send (0 = as fast as possible), fanout and
                             peers (20),
                             acts of mixed (400), packets of speech and bursts of video: sfu (50)
              --subscribers N  who listen and watch: sfu (100)
              --sockets N    gateway sockets: fanout, resume, peers (1000), idle (20)
              --messages N   written before: history (20000), search (200000), mixed (5000); missed: resume (20)
              --people N     members: mixed (60)
              --compress M   none or zlib-stream: fanout (none)
              --peers D      where load/peers/get.sh put the other servers (load/target/peers)
              --data-dir D   where the node keeps its data (a scratch folder)
            """;

    public static Options of(String... arguments) {
        var values = new HashMap<String, String>();
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--")) {
                throw new IllegalArgumentException("Not an option: " + arguments[i]);
            }
            values.put(arguments[i].substring(2), arguments[i + 1]);
        }
        return new Options(values);
    }

    public int number(String name, int otherwise) {
        var value = values.get(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }
}
