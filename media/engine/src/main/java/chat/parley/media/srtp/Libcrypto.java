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
    // The numbers of core_dispatch.h, OSSL_FUNC_CIPHER_NEWCTX and so on.
    private static final int NEW_CONTEXT = 1;
    private static final int ENCRYPT_INIT = 2;
    private static final int DECRYPT_INIT = 3;
    private static final int UPDATE_TEXT = 4;
    private static final int FINISH = 5;
    private static final int FREE_CONTEXT = 7;
    private static final int GET_PARAMETERS = 10;
    private static final int SET_PARAMETERS = 11;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final @Nullable Provider PROVIDER = provider();
    private static final Map<Integer, MemorySegment> SHORT_KEY = cipher("AES-128-GCM");
    private static final Map<Integer, MemorySegment> LONG_KEY = cipher("AES-256-GCM");

    static final MethodHandle NEW_128 = handle(SHORT_KEY.get(NEW_CONTEXT), JAVA_LONG, JAVA_LONG);
    static final MethodHandle NEW_256 = handle(LONG_KEY.get(NEW_CONTEXT), JAVA_LONG, JAVA_LONG);
    static final MethodHandle ENCRYPT =
            handle(shared(ENCRYPT_INIT), JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    static final MethodHandle DECRYPT =
            handle(shared(DECRYPT_INIT), JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    static final MethodHandle UPDATE =
            handle(shared(UPDATE_TEXT), JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    static final MethodHandle FINAL = handle(shared(FINISH), JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    static final MethodHandle FREE = handle(shared(FREE_CONTEXT), null, JAVA_LONG);
    static final MethodHandle GET = handle(shared(GET_PARAMETERS), JAVA_INT, JAVA_LONG, JAVA_LONG);
    static final MethodHandle SET = handle(shared(SET_PARAMETERS), JAVA_INT, JAVA_LONG, JAVA_LONG);

    /// Whether all of it is there.
    static final boolean FOUND = SHORT_KEY.containsKey(NEW_CONTEXT)
            && LONG_KEY.containsKey(NEW_CONTEXT)
            && IntStream.of(
                            ENCRYPT_INIT,
                            DECRYPT_INIT,
                            UPDATE_TEXT,
                            FINISH,
                            FREE_CONTEXT,
                            GET_PARAMETERS,
                            SET_PARAMETERS)
                    .allMatch(it -> shared(it) != null);

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
