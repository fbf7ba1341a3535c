package chat.parley.media.srtp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// OpenSSL's default provider and its ciphers: provider(7), provider-cipher(7), OSSL_PROVIDER(3).
@SuppressWarnings("restricted") // Calling C is restricted, and is what this class is for.
final class Provider {
    private static final int CIPHERS = 2;
    private static final long ALGORITHM_BYTES = 32;
    private static final long IMPLEMENTATION_AT = 16;
    private static final long DISPATCH_BYTES = 16;
    private static final long NAMES_MAX = 256;

    /// What newly made ciphers are given.
    final long context;

    private final MemorySegment algorithms;

    /// @throws IllegalStateException when it is not there
    Provider(SymbolLookup library) {
        try (var scratch = Arena.ofConfined()) {
            long provider = (long) function(library, "OSSL_PROVIDER_load", JAVA_LONG, JAVA_LONG, ADDRESS)
                    .invokeExact(0L, scratch.allocateFrom("default"));
            if (provider == 0) {
                throw new IllegalStateException("libcrypto has no default provider");
            }
            context = (long) function(library, "OSSL_PROVIDER_get0_provider_ctx", JAVA_LONG, JAVA_LONG)
                    .invokeExact(provider);
            algorithms = ((MemorySegment)
                            function(library, "OSSL_PROVIDER_query_operation", ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS)
                                    .invokeExact(provider, CIPHERS, scratch.allocate(JAVA_INT)))
                    .reinterpret(Long.MAX_VALUE);
            if (algorithms.address() == 0) {
                throw new IllegalStateException("libcrypto's default provider has no ciphers");
            }
        } catch (RuntimeException absent) {
            throw absent;
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static MethodHandle function(
            SymbolLookup library, String name, MemoryLayout result, MemoryLayout... parameters) {
        var address = library.find(name)
                .orElseThrow(() -> new IllegalStateException("libcrypto is older than OpenSSL 3: no " + name));
        return Linker.nativeLinker().downcallHandle(address, FunctionDescriptor.of(result, parameters));
    }

    /// A cipher's functions by their numbers.
    ///
    /// @throws IllegalStateException when there is no such cipher
    Map<Integer, MemorySegment> cipher(String name) {
        for (long at = 0; ; at += ALGORITHM_BYTES) {
            var names = algorithms.get(ADDRESS, at);
            if (names.address() == 0) {
                throw new IllegalStateException("libcrypto has no " + name);
            }
            if (List.of(names.reinterpret(NAMES_MAX).getString(0).split(":", -1))
                    .contains(name)) {
                return functions(algorithms.get(ADDRESS, at + IMPLEMENTATION_AT).reinterpret(Long.MAX_VALUE));
            }
        }
    }

    private static Map<Integer, MemorySegment> functions(MemorySegment dispatch) {
        var all = new HashMap<Integer, MemorySegment>();
        for (long at = 0; dispatch.get(JAVA_INT, at) != 0; at += DISPATCH_BYTES) {
            all.put(dispatch.get(JAVA_INT, at), dispatch.get(ADDRESS, at + DISPATCH_BYTES / 2));
        }
        return all;
    }
}
