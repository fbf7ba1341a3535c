package chat.parley.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Figures by name, in the order in which they were added; printed as a table and as a line of JSON.
public final class Report {
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();

    public Report add(String name, double value) {
        figures.put(name, Math.round(value * 1000) / 1000.0);
        return this;
    }

    public Report add(String name, long value) {
        figures.put(name, value);
        return this;
    }

    public Report add(String name, String value) {
        figures.put(name, value);
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
        figures.forEach((name, value) -> System.out.printf("  %-34s %s%n", name, value));
        failures.forEach(it -> System.out.println("FAILED: " + it));
        var all = new LinkedHashMap<String, Object>();
        all.put("command", command);
        all.put("machine", machine);
        all.put("figures", figures);
        all.put("failures", failures);
        System.out.println(JsonMapper.shared().writeValueAsString(all));
    }
}
