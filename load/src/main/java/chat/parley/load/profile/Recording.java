package chat.parley.load.profile;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.node.Jcmd;
import chat.parley.load.profile.Threads.Group;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/// A recording of a running JVM, from [#begin] to [#tell]; with `--profile` only. Samples are taken by processor time
/// (`jdk.CPUTimeSample`, Linux), so waiting is not in them and kernel time is.
public final class Recording {
    private static final String SAMPLE = "jdk.CPUTimeSample";
    private static final String NAME = "parley-load";
    private static final int TOP = 12;

    private final long pid;
    private final boolean wanted;
    private Map<Group, Long> before = Map.of();

    private Recording(long pid, boolean wanted) {
        this.pid = pid;
        this.wanted = wanted;
    }

    public static Recording begin(Options options, long pid) throws IOException, InterruptedException {
        var recording = new Recording(pid, options.has("profile"));
        if (recording.wanted) {
            Jcmd.ask(
                    pid,
                    "JFR.start",
                    "name=" + NAME,
                    "settings=none",
                    "+" + SAMPLE + "#enabled=true",
                    "+" + SAMPLE + "#throttle=5ms");
            recording.before = Threads.ticks(pid);
        }
        return recording;
    }

    /// Ends the recording and adds what it says.
    ///
    /// @param prefix of the figures' names
    public void tell(Report report, String prefix) throws IOException, InterruptedException {
        if (!wanted) {
            return;
        }
        var after = Threads.ticks(pid);
        var file = Files.createTempFile("parley-load", ".jfr");
        Jcmd.ask(pid, "JFR.stop", "name=" + NAME, "filename=" + file);
        var layers = new EnumMap<Layer, Integer>(Layer.class);
        var methods = new HashMap<String, Integer>();
        int samples = read(file, layers, methods);
        Files.delete(file);
        long all = Math.max(1, sum(after) - sum(before));
        double java = 1.0 * (after.getOrDefault(Group.JAVA, 0L) - before.getOrDefault(Group.JAVA, 0L)) / all;
        report.add(prefix + "profile samples", samples);
        layers.entrySet().stream()
                .sorted(Map.Entry.<Layer, Integer>comparingByValue().reversed())
                .forEach(it -> report.add(
                        prefix + "% " + it.getKey().title, 100 * java * it.getValue() / Math.max(1, samples)));
        for (var group : List.of(Group.COLLECTOR, Group.COMPILER, Group.VM)) {
            long ticks = after.getOrDefault(group, 0L) - before.getOrDefault(group, 0L);
            report.add(prefix + "% threads of the JVM: " + group.name().toLowerCase(Locale.ROOT), 100.0 * ticks / all);
        }
        top(report, prefix, methods, java, samples);
    }

    private static int read(Path file, Map<Layer, Integer> layers, Map<String, Integer> methods) throws IOException {
        int samples = 0;
        try (var events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                var event = events.readEvent();
                var stack = event.getEventType().getName().equals(SAMPLE) ? methods(event) : List.<String>of();
                if (!stack.isEmpty()) {
                    samples++;
                    layers.merge(Layer.of(stack), 1, Integer::sum);
                    methods.merge(legible(stack), 1, Integer::sum);
                }
            }
        }
        return samples;
    }

    /// The innermost method with a name that a reader knows.
    private static String legible(List<String> stack) {
        return stack.stream()
                .filter(it -> !it.startsWith("java.lang.invoke.") && !it.startsWith("jdk.internal."))
                .findFirst()
                .orElse(stack.getFirst());
    }

    private static List<String> methods(RecordedEvent event) {
        var methods = new ArrayList<String>();
        var stack = event.getStackTrace();
        if (stack != null) {
            for (RecordedFrame frame : stack.getFrames()) {
                methods.add(frame.getMethod().getType().getName() + "."
                        + frame.getMethod().getName());
            }
        }
        return methods;
    }

    private static void top(Report report, String prefix, Map<String, Integer> methods, double java, int samples) {
        var most = methods.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(TOP)
                .toList();
        for (int i = 0; i < most.size(); i++) {
            var share = 100 * java * most.get(i).getValue() / Math.max(1, samples);
            report.add(
                    prefix + "top " + (i + 1),
                    String.format(Locale.ROOT, "%.1f %% %s", share, most.get(i).getKey()));
        }
    }

    private static long sum(Map<Group, Long> ticks) {
        return ticks.values().stream().mapToLong(Long::longValue).sum();
    }
}
