package chat.parley.media.net.pages;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
final class LargePagesTest {
    private static final int LARGE = 2 << 20;
    private static final int SMALL = 4096;
    private static final int COLLAPSE = 25;

    @BeforeEach
    void the_kernel_makes_large_pages_at_once() {
        var kernel = Kernel.here();
        assumeTrue(kernel != null, "this kernel has no large pages, or must not use them");
        assumeTrue(kernel.advice() == COLLAPSE && kernel.large() == LARGE, "this kernel makes them in its own time");
    }

    @Test
    void memory_in_use_is_put_into_large_pages_and_keeps_its_content() throws Throwable {
        var alone = new Alone(8L * LARGE);
        try {
            var memory = alone.memory;
            for (long at = 0; at < memory.byteSize(); at += SMALL) {
                memory.set(JAVA_BYTE, at, (byte) (at / SMALL));
            }
            assertEquals(0, largeKb(memory));
            var pages = new LargePages(true);
            pages.now();
            assertTrue(pages.bytes() >= 6L * LARGE, "in large pages: " + pages.bytes());
            assertTrue(largeKb(memory) >= 6 * LARGE / 1024, "of the piece: " + largeKb(memory));
            for (long at = 0; at < memory.byteSize(); at += SMALL) {
                assertEquals((byte) (at / SMALL), memory.get(JAVA_BYTE, at));
            }
        } finally {
            alone.free();
        }
    }

    /// Memory between pieces that nobody may touch, so that the kernel keeps it as a mapping of its own: what Java is
    /// given may be what another test has just given back, in large pages already.
    @SuppressWarnings("restricted") // Java has no way to such memory.
    private static final class Alone {
        private static final int NO_ACCESS = 0;
        private static final int READ_AND_WRITE = 3;
        private static final int PRIVATE_AND_ANONYMOUS = 0x22;

        final MemorySegment memory;
        private final long whole;
        private final long bytes;

        Alone(long wanted) throws Throwable {
            bytes = wanted + 3L * LARGE;
            whole = (long) c("mmap", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG)
                    .invokeExact(0L, bytes, NO_ACCESS, PRIVATE_AND_ANONYMOUS, -1, 0L);
            long from = (whole + 2 * LARGE - 1) & -LARGE;
            memory = MemorySegment.ofAddress(from).reinterpret(wanted);
            assertEquals(0, (int)
                    c("mprotect", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT).invokeExact(from, wanted, READ_AND_WRITE));
        }

        private static MethodHandle c(String name, MemoryLayout result, MemoryLayout... parameters) {
            var linker = Linker.nativeLinker();
            return linker.downcallHandle(
                    linker.defaultLookup().find(name).orElseThrow(), FunctionDescriptor.of(result, parameters));
        }

        void free() throws Throwable {
            assertEquals(0, (int) c("munmap", JAVA_INT, JAVA_LONG, JAVA_LONG).invokeExact(whole, bytes));
        }
    }

    @Test
    @SuppressWarnings("restricted") // Java's own ways to take memory touch all of it.
    void what_is_hardly_used_is_left_alone() throws Throwable {
        var linker = Linker.nativeLinker();
        var malloc = linker.downcallHandle(
                linker.defaultLookup().find("malloc").orElseThrow(), FunctionDescriptor.of(JAVA_LONG, JAVA_LONG));
        var free = linker.downcallHandle(
                linker.defaultLookup().find("free").orElseThrow(), FunctionDescriptor.ofVoid(JAVA_LONG));
        long taken = (long) malloc.invokeExact(16L * LARGE);
        try (var residence = new Residence(SMALL, LARGE)) {
            long at = (taken + 2 * LARGE - 1) & -LARGE;
            MemorySegment.ofAddress(at).reinterpret(LARGE).set(JAVA_BYTE, 0, (byte) 1);
            assertTrue(residence.resident(at) > 0);
            new LargePages(true).now();
            assertTrue(residence.resident(at) < LARGE / 2);
        } finally {
            free.invokeExact(taken);
        }
    }

    @Test
    void nothing_happens_when_it_is_not_wanted() {
        var pages = new LargePages(false);
        pages.soon();
        pages.now();
        assertEquals(0, pages.bytes());
    }

    @Test
    void nothing_happens_after_the_end() {
        var pages = new LargePages(true);
        pages.close();
        pages.now();
        assertEquals(0, pages.bytes());
    }

    /// Of the mapping that holds the memory, as the kernel tells it.
    private static long largeKb(MemorySegment memory) throws IOException {
        boolean inside = false;
        for (var line : Files.readAllLines(Path.of("/proc/self/smaps"))) {
            if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) {
                long from = Long.parseUnsignedLong(line, 0, line.indexOf('-'), 16);
                long to = Long.parseUnsignedLong(line, line.indexOf('-') + 1, line.indexOf(' '), 16);
                inside = from <= memory.address() && memory.address() < to;
            } else if (inside && line.startsWith("AnonHugePages:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        return 0;
    }
}
