package chat.parley.media.srtp;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The functions of OpenSSL 3's libcrypto that AES-GCM needs, if the host has it, as its default provider has them:
/// `EVP_CipherInit_ex` and its like would look up parameters by name for each packet, which takes longer than the
/// encryption of a short one (239 ns where these take 151, and 359 where these take 276 for 1,100 bytes). Pointers are
/// plain numbers, which all 64-bit hosts pass alike: so a context is no object to be looked at for each packet.
@SuppressWarnings("restricted") // Calling C is restricted, and is what this class is for.
final class Libcrypto {
    private static final int NEW = 1;
    private static final Linker LINKER = Linker.nativeLinker();
    private static final @Nullable Provider PROVIDER = provider();
    private static final Map<Integer, MemorySegment> SHORT_KEY = cipher("AES-128-GCM");
    private static final Map<Integer, MemorySegment> LONG_KEY = cipher("AES-256-GCM");

    static final MethodHandle NEW_128 = handle(SHORT_KEY.get(NEW), JAVA_LONG, JAVA_LONG);
    static final MethodHandle NEW_256 = handle(LONG_KEY.get(NEW), JAVA_LONG, JAVA_LONG);
    static final MethodHandle ENCRYPT =
            handle(shared(2), JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    static final MethodHandle DECRYPT =
            handle(shared(3), JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    static final MethodHandle UPDATE =
            handle(shared(4), JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    static final MethodHandle FINAL = handle(shared(5), JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    static final MethodHandle FREE = handle(shared(7), null, JAVA_LONG);
    static final MethodHandle GET = handle(shared(10), JAVA_INT, JAVA_LONG, JAVA_LONG);
    static final MethodHandle SET = handle(shared(11), JAVA_INT, JAVA_LONG, JAVA_LONG);

    /// Whether all of it is there.
    static final boolean FOUND = SHORT_KEY.containsKey(NEW)
            && LONG_KEY.containsKey(NEW)
            && IntStream.of(2, 3, 4, 5, 7, 10, 11).allMatch(it -> shared(it) != null);

    private Libcrypto() {}

    /// What a new cipher is made for.
    static long context() {
        return PROVIDER == null ? 0 : PROVIDER.context;
    }

    private static @Nullable Provider provider() {
        try {
            return open("libcrypto.so.3")
                    .or(() -> open("libcrypto.3.dylib"))
                    .map(Provider::new)
                    .orElse(null);
        } catch (IllegalStateException another) {
            return null;
        }
    }

    private static Optional<SymbolLookup> open(String name) {
        try {
            return Optional.of(SymbolLookup.libraryLookup(name, Arena.global()));
        } catch (IllegalArgumentException absent) {
            return Optional.empty();
        }
    }

    private static Map<Integer, MemorySegment> cipher(String name) {
        try {
            return PROVIDER == null ? Map.of() : PROVIDER.cipher(name);
        } catch (IllegalStateException absent) {
            return Map.of();
        }
    }

    /// The one that both lengths of key have.
    private static @Nullable MemorySegment shared(int function) {
        var found = SHORT_KEY.get(function);
        return found != null && found.equals(LONG_KEY.get(function)) ? found : null;
    }

    /// Critical, because each call lasts well under a microsecond and touches native memory only. Where there is no
    /// library the handle throws; nobody calls it then.
    private static MethodHandle handle(
            @Nullable MemorySegment address, @Nullable MemoryLayout result, MemoryLayout... parameters) {
        var type = result == null ? FunctionDescriptor.ofVoid(parameters) : FunctionDescriptor.of(result, parameters);
        return LINKER.downcallHandle(
                address == null ? MemorySegment.ofAddress(1) : address, type, Linker.Option.critical(false));
    }
}
