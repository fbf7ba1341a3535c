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
import org.jspecify.annotations.Nullable;

/// The functions of OpenSSL 3's libcrypto that AES-GCM needs, if the host has it. Measured: as fast as C, and
/// without garbage. Pointers are plain numbers, which all 64-bit hosts pass alike: so a context is no object to
/// be looked at for each packet.
@SuppressWarnings("restricted") // Calling C is restricted, and is what this class is for.
final class Libcrypto {
    static final int SET_TAG = 0x11;
    static final int GET_TAG = 0x10;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final @Nullable SymbolLookup LIBRARY = library();

    static final boolean FOUND =
            LIBRARY != null && LIBRARY.find("EVP_CIPHER_CTX_new").isPresent();

    static final MethodHandle AES_128_GCM = handle("EVP_aes_128_gcm", JAVA_LONG);
    static final MethodHandle AES_256_GCM = handle("EVP_aes_256_gcm", JAVA_LONG);
    static final MethodHandle NEW = handle("EVP_CIPHER_CTX_new", JAVA_LONG);
    static final MethodHandle FREE = handle("EVP_CIPHER_CTX_free", null, JAVA_LONG);
    static final MethodHandle INIT =
            handle("EVP_CipherInit_ex", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT);
    static final MethodHandle UPDATE =
            handle("EVP_CipherUpdate", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT);
    static final MethodHandle FINAL = handle("EVP_CipherFinal_ex", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    static final MethodHandle CONTROL =
            handle("EVP_CIPHER_CTX_ctrl", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG);

    private Libcrypto() {}

    private static @Nullable SymbolLookup library() {
        var linux = open("libcrypto.so.3");
        return linux == null ? open("libcrypto.3.dylib") : linux;
    }

    private static @Nullable SymbolLookup open(String name) {
        try {
            return SymbolLookup.libraryLookup(name, Arena.global());
        } catch (IllegalArgumentException absent) {
            return null;
        }
    }

    /// Critical, because each call lasts well under a microsecond and touches native memory only. Where there is no
    /// library the handle throws; nobody calls it then.
    private static MethodHandle handle(String name, @Nullable MemoryLayout result, MemoryLayout... parameters) {
        var type = result == null ? FunctionDescriptor.ofVoid(parameters) : FunctionDescriptor.of(result, parameters);
        var address = LIBRARY == null
                ? MemorySegment.ofAddress(1)
                : LIBRARY.find(name).orElse(MemorySegment.ofAddress(1));
        return LINKER.downcallHandle(address, type, Linker.Option.critical(false));
    }
}
