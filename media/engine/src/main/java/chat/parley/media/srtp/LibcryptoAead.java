package chat.parley.media.srtp;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// AES-GCM by libcrypto. Packets are copied through a scratch page, 30 ns for a full one, so that neither the collector
/// is held up nor anything allocated. The context lives until [#close].
final class LibcryptoAead implements Aead {
    private static final int NONCE = 12;
    private static final int TEXT_MAX = 65_536;
    private static final long TAG_BYTES = GcmTransform.TAG;
    private static final long NULL = 0;

    /// One page of memory for all contexts of a thread of execution: the engine has one.
    static final class Scratch {
        private static final int NONCE_AT = 0;
        private static final int TAG_AT = 16;
        private static final int COUNT_AT = 32;
        private static final int NAME_AT = 40;
        /// Two `OSSL_PARAM`, of which the second ends the list.
        private static final int PARAMETERS_AT = 64;

        private static final int OCTET_STRING = 5;
        private static final int HEADER_AT = 192;
        private static final int TEXT_AT = HEADER_AT + TEXT_MAX;

        final MemorySegment memory = Arena.ofAuto().allocate(TEXT_AT + TEXT_MAX, 64);
        final long nonce = memory.address() + NONCE_AT;
        final long tag = memory.address() + TAG_AT;
        final long count = memory.address() + COUNT_AT;
        final long header = memory.address() + HEADER_AT;
        final long text = memory.address() + TEXT_AT;
        /// The tag, as [Libcrypto#GET] and [Libcrypto#SET] are told of it.
        final long parameters = memory.address() + PARAMETERS_AT;

        Scratch() {
            memory.setString(NAME_AT, "tag");
            memory.set(JAVA_LONG, PARAMETERS_AT, memory.address() + NAME_AT);
            memory.set(JAVA_INT, PARAMETERS_AT + 8, OCTET_STRING);
            memory.set(JAVA_LONG, PARAMETERS_AT + 16, tag);
            memory.set(JAVA_LONG, PARAMETERS_AT + 24, GcmTransform.TAG);
        }
    }

    private final Scratch scratch;
    private long context;

    LibcryptoAead(byte[] key, Scratch scratch) {
        this.scratch = scratch;
        try {
            context = key.length == 16
                    ? (long) Libcrypto.NEW_128.invokeExact(Libcrypto.context())
                    : (long) Libcrypto.NEW_256.invokeExact(Libcrypto.context());
            write(key, 0, Scratch.TEXT_AT, key.length);
            check((int) Libcrypto.ENCRYPT.invokeExact(context, scratch.text, (long) key.length, NULL, 0L, NULL));
            scratch.memory.asSlice(Scratch.TEXT_AT, key.length).fill((byte) 0);
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void seal(byte[] nonce, byte[] header, int headerAt, int headerLength, byte[] text, int at, int length) {
        try {
            begin(nonce);
            check((int) Libcrypto.ENCRYPT.invokeExact(context, NULL, 0L, scratch.nonce, (long) NONCE, NULL));
            authenticate(header, headerAt, headerLength);
            crypt(text, at, length);
            check((int) Libcrypto.FINAL.invokeExact(context, scratch.tag, scratch.count, TAG_BYTES));
            check((int) Libcrypto.GET.invokeExact(context, scratch.parameters));
            read(Scratch.TAG_AT, text, at + length, GcmTransform.TAG);
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public boolean open(byte[] nonce, byte[] header, int headerAt, int headerLength, byte[] text, int at, int length) {
        int clear = length - GcmTransform.TAG;
        try {
            begin(nonce);
            check((int) Libcrypto.DECRYPT.invokeExact(context, NULL, 0L, scratch.nonce, (long) NONCE, NULL));
            write(text, at + clear, Scratch.TAG_AT, GcmTransform.TAG);
            check((int) Libcrypto.SET.invokeExact(context, scratch.parameters));
            authenticate(header, headerAt, headerLength);
            crypt(text, at, clear);
            return (int) Libcrypto.FINAL.invokeExact(context, scratch.tag, scratch.count, TAG_BYTES) > 0;
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public int touch() {
        return (int) context;
    }

    @Override
    public void close() {
        long freed = context;
        context = NULL;
        try {
            if (freed != NULL) {
                Libcrypto.FREE.invokeExact(freed);
            }
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void begin(byte[] nonce) {
        if (context == NULL) {
            throw new IllegalStateException("closed");
        }
        write(nonce, 0, Scratch.NONCE_AT, NONCE);
    }

    private void authenticate(byte[] header, int at, int length) throws Throwable {
        write(header, at, Scratch.HEADER_AT, length);
        long bytes = length;
        check((int) Libcrypto.UPDATE.invokeExact(context, NULL, scratch.count, bytes, scratch.header, bytes));
    }

    private void crypt(byte[] text, int at, int length) throws Throwable {
        if (length == 0) {
            return;
        }
        write(text, at, Scratch.TEXT_AT, length);
        long bytes = length;
        check((int) Libcrypto.UPDATE.invokeExact(context, scratch.text, scratch.count, bytes, scratch.text, bytes));
        read(Scratch.TEXT_AT, text, at, length);
    }

    /// Nobody is told an address beyond the scratch page: longer pieces are refused here.
    private void write(byte[] bytes, int at, int to, int length) {
        if (length > TEXT_MAX) {
            throw new IllegalArgumentException("too long: " + length);
        }
        MemorySegment.copy(bytes, at, scratch.memory, JAVA_BYTE, to, length);
    }

    private void read(int from, byte[] bytes, int at, int length) {
        MemorySegment.copy(scratch.memory, JAVA_BYTE, from, bytes, at, length);
    }

    private static void check(int result) {
        if (result <= 0) {
            throw new IllegalStateException("libcrypto refused");
        }
    }
}
