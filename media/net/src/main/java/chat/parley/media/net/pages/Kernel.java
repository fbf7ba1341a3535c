package chat.parley.media.net.pages;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What this kernel can do about pages.
///
/// @param page bytes of a small one
/// @param large bytes of a large one
/// @param advice by which it makes large ones: at once where it knows `MADV_COLLAPSE` (6.1), or in its own time
@SuppressWarnings("restricted") // Calling C is restricted, and is what this class is for.
record Kernel(int page, int large, int advice) {
    private static final int HUGEPAGE = 14;
    private static final int COLLAPSE = 25;
    /// Larger ones, as some processors have them, are more than a call needs.
    private static final int LARGE_MAX = 4 << 20;

    private static final Path SETTINGS = Path.of("/sys/kernel/mm/transparent_hugepage");
    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle ADVISE = handle("madvise", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle PAGE = handle("getpagesize", JAVA_INT);

    /// Null where there are no large pages, or where whoever runs the machine does not want them.
    static @Nullable Kernel here() {
        try {
            if (Files.readString(SETTINGS.resolve("enabled")).contains("[never]")) {
                return null;
            }
            int large = Integer.parseInt(
                    Files.readString(SETTINGS.resolve("hpage_pmd_size")).strip());
            int advice = knows(COLLAPSE) ? COLLAPSE : HUGEPAGE;
            return large <= LARGE_MAX && knows(advice) ? new Kernel(pageSize(), large, advice) : null;
        } catch (IOException | NumberFormatException absent) {
            return null;
        }
    }

    /// The kernel looks at the advice before it looks at how long the piece is.
    private static boolean knows(int advice) {
        return advise(0, 0, advice);
    }

    /// @return false when it could not be done
    boolean join(long address, long length) {
        return advise(address, length, advice);
    }

    private static boolean advise(long address, long length, int advice) {
        try {
            return (int) ADVISE.invokeExact(address, length, advice) == 0;
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static int pageSize() {
        try {
            return (int) PAGE.invokeExact();
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static MethodHandle handle(String name, MemoryLayout result, MemoryLayout... parameters) {
        var address = LINKER.defaultLookup()
                .find(name)
                .orElseThrow(() -> new IllegalStateException("the C library has no " + name));
        return LINKER.downcallHandle(address, FunctionDescriptor.of(result, parameters));
    }
}
