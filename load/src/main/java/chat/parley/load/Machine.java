package chat.parley.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a figure was taken on, and how busy that was with other things.
final class Machine {
    private Machine() {}

    static Map<String, Object> now() throws IOException {
        var machine = new LinkedHashMap<String, Object>();
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("processor", field("/proc/cpuinfo", "model name"));
        machine.put("memory", field("/proc/meminfo", "MemTotal"));
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("architecture", System.getProperty("os.arch"));
        machine.put("java", Runtime.version().toString());
        machine.put("load_before", field("/proc/loadavg", ""));
        return machine;
    }

    /// What stands behind a name in a file of the kernel's, or its first line.
    static String field(String file, String name) throws IOException {
        var path = Path.of(file);
        if (!Files.exists(path)) {
            return "unknown";
        }
        try (var lines = Files.lines(path)) {
            return lines.filter(it -> it.startsWith(name))
                    .findFirst()
                    .map(it -> it.substring(it.indexOf(':') + 1).strip())
                    .orElse("unknown");
        }
    }
}
