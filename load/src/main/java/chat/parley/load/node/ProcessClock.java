package chat.parley.load.node;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;

/// The clock of a process's CPU time (clock_getcpuclockid(3)), which counts nanoseconds. `/proc/PID/stat` counts
/// hundredths of a second, in each of which more than a thousand packets are forwarded.
final class ProcessClock {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final MethodHandle FIND = CLibrary.function("clock_getcpuclockid", JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle READ = CLibrary.function("clock_gettime", JAVA_INT, JAVA_INT, ADDRESS);

    private ProcessClock() {}

    /// In user and kernel mode, all threads, also those that have ended; 0 when the process is gone.
    static long nanos(long pid) {
        try (var scratch = Arena.ofConfined()) {
            var clock = scratch.allocate(JAVA_INT);
            var time = scratch.allocate(JAVA_LONG, 2);
            boolean told = (int) FIND.invokeExact((int) pid, clock) == 0
                    && (int) READ.invokeExact(clock.get(JAVA_INT, 0), time) == 0;
            return told ? SECOND_NANOS * time.get(JAVA_LONG, 0) + time.get(JAVA_LONG, 8) : 0;
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }
}
