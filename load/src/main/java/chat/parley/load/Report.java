package chat.parley.load;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Figures by name, in the order in which they were added; printed as a table and as a line of JSON.
public final class Report {
    private final Map<String, Object> figures = new LinkedHashMap<>();

    public Report add(String name, double value) {
        figures.put(name, Math.round(value * 1000) / 1000.0);
        return this;
    }

    public Report add(String name, String value) {
        figures.put(name, value);
        return this;
    }

    void print(String command, Map<String, Object> machine) {
        System.out.println("parley load " + command);
        System.out.println("machine: " + machine);
        figures.forEach((name, value) -> System.out.printf("  %-34s %s%n", name, value));
        var all = new LinkedHashMap<String, Object>();
        all.put("command", command);
        all.put("machine", machine);
        all.put("figures", figures);
        System.out.println(JsonMapper.shared().writeValueAsString(all));
    }
}
