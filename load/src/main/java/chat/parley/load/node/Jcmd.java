package chat.parley.load.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Asks a running JVM.
public final class Jcmd {
    private static final Pattern HEAP = Pattern.compile("total (?:reserved \\d+K, committed )?(\\d+)K, used (\\d+)K");

    private Jcmd() {}

    /// The heap, in megabytes.
    public record Heap(double committedMb, double usedMb) {
        /// @param said the answer to `GC.heap_info`
        static Heap of(String said) {
            var match = HEAP.matcher(said);
            if (!match.find()) {
                throw new IllegalStateException("Not a heap: " + said);
            }
            return new Heap(Long.parseLong(match.group(1)) / 1024.0, Long.parseLong(match.group(2)) / 1024.0);
        }
    }

    /// After a collection.
    public static Heap heap(long pid) throws IOException, InterruptedException {
        ask(pid, "GC.run");
        return Heap.of(ask(pid, "GC.heap_info"));
    }

    public static String ask(long pid, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/jcmd", Long.toString(pid)));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd: " + said);
        }
        return said;
    }
}
