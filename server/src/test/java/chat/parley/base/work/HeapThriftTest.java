package chat.parley.base.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/// On the Java that runs the tests; its ratios are as they were afterwards.
final class HeapThriftTest {
    private final HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    private final HeapThrift thrift = new HeapThrift();

    @Test
    void ratios_are_tight_at_rest_and_Javas_own_at_work_and_those_of_others_are_left_alone() {
        assertTrue(thrift.mayChange(), "nobody set them");
        thrift.look(0.1);
        thrift.look(0.1);
        assertEquals("40 70 0", ratios(), "a lull");
        thrift.look(30);
        thrift.look(0.1);
        thrift.look(0.1);
        assertEquals("40 70 0", ratios(), "lulls between work");
        thrift.look(0.1);
        assertEquals("10 25 20000", ratios(), "rest");
        thrift.look(4);
        assertEquals("10 25 20000", ratios(), "somebody writes a line");
        assertFalse(new HeapThrift().mayChange(), "somebody else set them");
        thrift.look(30);
        assertEquals("40 70 0", ratios(), "work");
    }

    private String ratios() {
        return value("MinHeapFreeRatio") + " " + value("MaxHeapFreeRatio") + " " + value("G1PeriodicGCInterval");
    }

    private String value(String option) {
        return machine.getVMOption(option).getValue();
    }
}
