package chat.parley.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;

/// Figures by name, in the order in which they were added; printed as a table and as a line of JSON.
public final class Report {
    /// Stands behind the name of a figure for its least and its most; in the table both are one line.
    private static final String SPREAD = "_spread";

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Map<String, Object> rounds = new LinkedHashMap<>();
    private final Map<String, Object> latencies = new LinkedHashMap<>();
    private final Map<String, String> versions = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();

    public Report add(String name, double value) {
        figures.put(name, rounded(value));
        return this;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    public Report add(String name, long value) {
        figures.put(name, value);
        return this;
    }

    public Report add(String name, String value) {
        figures.put(name, value);
        return this;
    }

    /// The median and the spread, and in JSON each round.
    public <T> Report add(String name, Rounds<T> of, ToDoubleFunction<T> figure) {
        rounds.put(name, of.each(figure).stream().map(Report::rounded).toList());
        return add(name, of.median(figure)).add(name + SPREAD, of.spread(figure));
    }

    /// The whole histogram of all rounds, in one line.
    public Report latency(String name, Latency latency) {
        latencies.put(name, latency.percentiles());
        return add(name, latency.toString());
    }

    /// Of what was measured.
    public Report version(String program, String version) {
        versions.put(program, version);
        return this;
    }

    /// Of the programs that a script has fetched, as it wrote down: a line for each, with a blank between name
    /// and version. Nothing when there is no such file.
    public Report versions(Path file) throws IOException {
        if (Files.exists(file)) {
            for (var line : Files.readAllLines(file)) {
                var words = line.split(" ", 2);
                version(words[0], words[words.length - 1]);
            }
        }
        return this;
    }

    /// What was measured is not as it has to be: the program ends with 1.
    public void fail(String why) {
        failures.add(why);
    }

    boolean failed() {
        return !failures.isEmpty();
    }

    void print(String command, Map<String, Object> machine) {
        System.out.println("parley load " + command);
        System.out.println("machine: " + machine);
        if (!versions.isEmpty()) {
            System.out.println("versions: " + versions);
        }
        figures.forEach((name, value) -> {
            var of = name.endsWith(SPREAD) ? name.substring(0, name.length() - SPREAD.length()) : "";
            if (!figures.containsKey(of)) {
                System.out.printf("  %-44s %-12s %s%n", name, value, figures.getOrDefault(name + SPREAD, ""));
            }
        });
        failures.forEach(it -> System.out.println("FAILED: " + it));
        var all = new LinkedHashMap<String, Object>();
        all.put("command", command);
        all.put("machine", machine);
        all.put("versions", versions);
        all.put("figures", figures);
        all.put("rounds", rounds);
        all.put("latencies_ms", latencies);
        all.put("failures", failures);
        System.out.println(JsonMapper.shared().writeValueAsString(all));
    }
}
