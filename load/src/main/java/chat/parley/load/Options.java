package chat.parley.load;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The command line after the scenario's name.
public record Options(Map<String, String> values) {
    static final String HELP = """
              --seconds N    length of each round (10; mixed 20, soak 120, permissions 2)
              --rounds N     rounds; the median is reported (3)
              --warm N       seconds of the same before anything counts, on every server: fanout, peers, chats (10);
                             0 for programs that have just started; sfu: of speech, and then of video (5)
              --floor        pgbench on the node's database, by turns: send
              --senders N    connections that send at once, several by commas: send (64)
              --readers N    connections that read at once: history (16), search (8)
              --rate N       open loop, a second: messages of send (0 = as fast as possible), fanout and
                             peers (20,000 deliveries), acts of mixed (400) and soak (200), packets of speech and bursts
                             of video: sfu (50)
              --subscribers N  who listen and watch: sfu (100)
              --feedback M   on or off: whether subscribers tell how packets arrive: sfu,
                             microphones (on)
              --look N       milliseconds after which subscribers look for packets, instead of being woken
                             by each on the sender's time: sfu (0), sfu --plain (1)
              --sockets N    gateway sockets: fanout, resume, peers (1000), chats (100), idle (20)
              --messages N   written before: history (5000), search (200000), mixed (5000); missed: resume (20)
              --people N     members: mixed, soak (60); in each room: microphones (100)
              --rooms N      first (8), microphones (1)
              --open N       microphones that are open in each room: microphones (all)
              --compress M   none, zlib-stream, permessage-deflate or zstd-stream: idle, fanout (none);
                             several, by commas, are measured by turns: fanout
              --peers D      where load/peers/get.sh and sfu.sh put the other servers (load/target/peers);
                             idle and sfu run them only with this option
              --before F     the jar of load's program of another build, whose forwarding unit takes part: sfu
              --plain        plain RTP in, SRTP out, nobody shakes hands: sfu, beside a bare loop and, when
                             it is there, mediasoup
              --profile      tells where the processor time goes: send, fanout, history, search, mixed, sfu,
                             microphones
              --data-dir D   where the node keeps its data (a scratch folder)
            """;

    /// An option is followed by its value, or by none: then it only is there.
    public static Options of(String... arguments) {
        var values = new HashMap<String, String>();
        for (int i = 1; i < arguments.length; i++) {
            if (!arguments[i].startsWith("--")) {
                throw new IllegalArgumentException("Not an option: " + arguments[i]);
            }
            boolean flag = i + 1 == arguments.length || arguments[i + 1].startsWith("--");
            values.put(arguments[i].substring(2), flag ? "" : arguments[++i]);
        }
        return new Options(values);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public int number(String name, int otherwise) {
        var value = values.get(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    /// Several, by commas.
    public List<Integer> numbers(String name, String otherwise) {
        return Arrays.stream(text(name, otherwise).split(",", -1))
                .map(Integer::valueOf)
                .toList();
    }

    /// Where `load/peers/get.sh` and `sfu.sh` put the other servers; `--peers` alone means the usual folder.
    public Path peers() {
        var given = text("peers", "");
        return Path.of(given.isEmpty() ? "load/target/peers" : given).toAbsolutePath();
    }

    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }
}
