package chat.parley.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
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
        machine.put("parley", parley());
        machine.put("load_before", field("/proc/loadavg", ""));
        return machine;
    }

    /// The version in the server's jar, and the commit where this is a clone.
    private static String parley() throws IOException {
        var version = "unknown";
        var jar = Path.of(System.getProperty("parley.server", ""));
        if (Files.isRegularFile(jar)) {
            try (var files = FileSystems.newFileSystem(jar)) {
                version = Files.readString(files.getPath("chat/parley/version")).strip();
            }
        }
        return (version + " " + commit()).strip();
    }

    private static String commit() throws IOException {
        var folder = Path.of(System.getProperty("parley.launcher", "./parley"))
                .toAbsolutePath()
                .getParent();
        if (folder == null || !Files.exists(folder.resolve(".git"))) {
            return "";
        }
        try {
            var git = new ProcessBuilder("git", "-C", folder.toString(), "describe", "--always", "--dirty")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException withoutGit) {
            return "";
        }
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
