package chat.parley.base.work;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.ThreadMXBean;
import com.sun.management.VMOption.Origin;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/// Gives the empty part of the heap back to the system while the node rests, and stops that when there is work.
///
/// G1 gives back what is above `MaxHeapFreeRatio`, at the end of a concurrent cycle. Ratios that suit a node at
/// rest cost it a tenth of its processor time under load, so they change with the work, which is told by how
/// much is allocated. Ratios that somebody set by hand are left alone, as is a Java without these options.
public final class HeapThrift implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final double RESTING_MB_S = 1.5;
    private static final double WORKING_MB_S = 6;
    /// One lull between two messages is no rest.
    private static final int RESTING_LOOKS = 3;

    private static final String MIN_FREE = "MinHeapFreeRatio";
    private static final String MAX_FREE = "MaxHeapFreeRatio";
    private static final String CYCLE_MS = "G1PeriodicGCInterval";
    private static final List<String> OPTIONS = List.of(MIN_FREE, MAX_FREE, CYCLE_MS);

    private final HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Thread watching = Thread.ofVirtual().name("heap thrift").unstarted(this::watch);
    private boolean resting;
    private int quietLooks;

    /// Watches from now on.
    public static HeapThrift begin() {
        var thrift = new HeapThrift();
        if (thrift.mayChange()) {
            thrift.watching.start();
        }
        return thrift;
    }

    @Override
    public void close() {
        watching.interrupt();
    }

    /// Whether the ratios are Java's own.
    boolean mayChange() {
        try {
            return OPTIONS.stream()
                    .map(machine::getVMOption)
                    .allMatch(it -> it.isWriteable() && it.getOrigin() == Origin.DEFAULT);
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    /// @param mbPerSecond what was allocated since the last look
    void look(double mbPerSecond) {
        quietLooks = mbPerSecond < RESTING_MB_S ? quietLooks + 1 : 0;
        if (!resting && quietLooks >= RESTING_LOOKS) {
            resting = true;
            set(MIN_FREE, 10);
            set(MAX_FREE, 25);
            set(CYCLE_MS, 20_000);
        } else if (resting && mbPerSecond > WORKING_MB_S) {
            resting = false;
            set(CYCLE_MS, 0);
            set(MAX_FREE, 70);
            set(MIN_FREE, 40);
        }
    }

    private void watch() {
        long before = threads.getTotalThreadAllocatedBytes();
        try {
            while (true) {
                Thread.sleep(EVERY);
                long now = threads.getTotalThreadAllocatedBytes();
                look((now - before) / 1e6 / EVERY.toSeconds());
                before = now;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void set(String option, int value) {
        machine.setVMOption(option, Integer.toString(value));
    }
}
