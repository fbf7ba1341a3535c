package chat.parley.load.node;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;

/// Functions of the C library, for what Java has no call for.
@SuppressWarnings("restricted") // Calling C is restricted, and is what this class is for.
public final class CLibrary {
    private static final Linker LINKER = Linker.nativeLinker();

    private CLibrary() {}

    /// @throws IllegalStateException when there is no such function
    public static MethodHandle function(String name, MemoryLayout result, MemoryLayout... parameters) {
        var address = LINKER.defaultLookup()
                .find(name)
                .orElseThrow(() -> new IllegalStateException("the C library has no " + name));
        return LINKER.downcallHandle(address, FunctionDescriptor.of(result, parameters));
    }
}
