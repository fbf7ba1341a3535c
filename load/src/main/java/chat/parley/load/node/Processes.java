package chat.parley.load.node;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/// What Linux tells of other processes.
public final class Processes {
    private static final double TICKS_PER_SECOND = 100;

    private Processes() {}

    /// CPU time of one process so far, in user and kernel mode; 0 when it is gone.
    public static double cpuSeconds(ProcessHandle process) {
        return ProcessClock.nanos(process.pid()) / 1e9;
    }

    /// CPU time so far of a process and all that came from it, also of those that have ended since: what they took is
    /// counted by whoever waited for them.
    public static double allCpuSeconds(ProcessHandle process) throws IOException {
        double sum = 0;
        for (var part : Stream.concat(Stream.of(process), process.descendants()).toList()) {
            sum += ticks(part, 11, 12, 13, 14);
        }
        return sum / TICKS_PER_SECOND;
    }

    /// The sum of fields of `/proc/PID/stat`, counted behind the name.
    private static double ticks(ProcessHandle process, int... which) throws IOException {
        try {
            var text = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            var fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
            return Arrays.stream(which)
                    .mapToDouble(it -> Double.parseDouble(fields[it]))
                    .sum();
        } catch (NoSuchFileException gone) {
            return 0;
        }
    }

    public static int threads(long pid) throws IOException {
        try (var tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
            return (int) tasks.count();
        }
    }

    /// Open files and sockets.
    public static int files(long pid) throws IOException {
        try (var open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return (int) open.count();
        }
    }

    /// Processes that it started, and those that they did.
    public static int descendants(long pid) {
        return (int) ProcessHandle.of(pid).orElseThrow().descendants().count();
    }

    /// Resident memory in megabytes; 0 when it is gone.
    public static double rssMb(ProcessHandle process) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(it -> it.startsWith("VmRSS:"))
                    .mapToDouble(it -> Double.parseDouble(it.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (NoSuchFileException gone) {
            return 0;
        }
    }

    /// For TCP. The same number may be taken for UDP.
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public static int freeUdpPort() throws IOException {
        try (var socket = new DatagramSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
