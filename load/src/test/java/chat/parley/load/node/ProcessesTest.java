package chat.parley.load.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramSocket;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class ProcessesTest {
    @Test
    void a_process_has_taken_time_and_memory() throws Exception {
        var self = ProcessHandle.current();
        assertTrue(Processes.cpuSeconds(self) > 0);
        assertTrue(Processes.rssMb(self) > 1);
    }

    @Test
    void what_a_child_took_is_counted_after_its_end() throws Exception {
        var self = ProcessHandle.current();
        double before = Processes.allCpuSeconds(self) - Processes.cpuSeconds(self);
        var child = new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done").start();
        assertEquals(0, child.waitFor());
        assertTrue(Processes.allCpuSeconds(self) - Processes.cpuSeconds(self) > before);
        assertEquals(0, Processes.rssMb(child.toHandle()));
    }

    @Test
    void ports_are_free_for_what_they_were_asked_for() throws Exception {
        new ServerSocket(Processes.freePort()).close();
        new DatagramSocket(Processes.freeUdpPort()).close();
    }

    @Test
    void processor_time_is_told_finer_than_in_hundredths_of_a_second() {
        var self = ProcessHandle.current();
        double smallest = 1;
        double before = Processes.cpuSeconds(self);
        for (int i = 0; i < 1_000; i++) {
            double after = Processes.cpuSeconds(self);
            smallest = after > before ? Math.min(smallest, after - before) : smallest;
            before = after;
        }
        assertTrue(smallest < 0.005, "a step of " + smallest);
    }
}
