package chat.parley.load.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/// Processor time of a process's threads by what they are for, in hundredths of a second.
final class Threads {
    enum Group {
        JAVA,
        COLLECTOR,
        COMPILER,
        VM
    }

    private Threads() {}

    static Map<Group, Long> ticks(long pid) throws IOException {
        var sums = new EnumMap<Group, Long>(Group.class);
        try (var tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
            tasks.forEach(task -> add(sums, task));
        }
        return sums;
    }

    private static void add(Map<Group, Long> sums, Path task) {
        try {
            var stat = Files.readString(task.resolve("stat"));
            var name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            sums.merge(group(name), Long.parseLong(fields[11]) + Long.parseLong(fields[12]), Long::sum);
        } catch (NoSuchFileException ended) {
            // Its time is lost; threads that matter last.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Group group(String name) {
        if (name.startsWith("G1 ") || name.startsWith("GC ")) {
            return Group.COLLECTOR;
        }
        if (name.startsWith("C1 ") || name.startsWith("C2 ")) {
            return Group.COMPILER;
        }
        return name.startsWith("VM ") || name.startsWith("JFR ") ? Group.VM : Group.JAVA;
    }
}
