package chat.parley.media.srtp;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// AES-GCM by libcrypto. Packets are copied through a scratch page, 30 ns for a full one, so that neither the collector
/// is held up nor anything allocated. The context lives until [#close].
final class LibcryptoAead implements Aead {
    private static final int NONCE = 12;
    private static final int TEXT_MAX = 65_536;
    private static final long NULL = 0;

    /// One page of memory for all contexts of a thread of execution: the engine has one.
    static final class Scratch {
        private static final int NONCE_AT = 0;
        private static final int TAG_AT = 16;
        private static final int COUNT_AT = 32;
        private static final int HEADER_AT = 64;
        private static final int TEXT_AT = HEADER_AT + TEXT_MAX;

        final MemorySegment memory = Arena.ofAuto().allocate(TEXT_AT + TEXT_MAX, 64);
        final long nonce = memory.address() + NONCE_AT;
        final long tag = memory.address() + TAG_AT;
        final long count = memory.address() + COUNT_AT;
        final long header = memory.address() + HEADER_AT;
        final long text = memory.address() + TEXT_AT;
    }

    private final Scratch scratch;
    private long context;

    LibcryptoAead(byte[] key, Scratch scratch) {
        this.scratch = scratch;
        try {
            context = (long) Libcrypto.NEW.invokeExact();
            long cipher = key.length == 16
                    ? (long) Libcrypto.AES_128_GCM.invokeExact()
                    : (long) Libcrypto.AES_256_GCM.invokeExact();
            write(key, 0, Scratch.TEXT_AT, key.length);
            check((int) Libcrypto.INIT.invokeExact(context, cipher, NULL, scratch.text, NULL, 1));
            scratch.memory.asSlice(Scratch.TEXT_AT, key.length).fill((byte) 0);
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void seal(byte[] nonce, byte[] header, int headerAt, int headerLength, byte[] text, int at, int length) {
        try {
            begin(nonce, 1, header, headerAt, headerLength);
            crypt(text, at, length);
            check((int) Libcrypto.FINAL.invokeExact(context, scratch.tag, scratch.count));
            check((int) Libcrypto.CONTROL.invokeExact(context, Libcrypto.GET_TAG, GcmTransform.TAG, scratch.tag));
            read(Scratch.TAG_AT, text, at + length, GcmTransform.TAG);
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public boolean open(byte[] nonce, byte[] header, int headerAt, int headerLength, byte[] text, int at, int length) {
        int clear = length - GcmTransform.TAG;
        try {
            begin(nonce, 0, header, headerAt, headerLength);
            write(text, at + clear, Scratch.TAG_AT, GcmTransform.TAG);
            check((int) Libcrypto.CONTROL.invokeExact(context, Libcrypto.SET_TAG, GcmTransform.TAG, scratch.tag));
            crypt(text, at, clear);
            return (int) Libcrypto.FINAL.invokeExact(context, scratch.tag, scratch.count) > 0;
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() {
        long freed = context;
        context = NULL;
        try {
            // Nothing happens when there is none.
            Libcrypto.FREE.invokeExact(freed);
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void begin(byte[] nonce, int encrypting, byte[] header, int at, int length) throws Throwable {
        if (context == NULL) {
            throw new IllegalStateException("closed");
        }
        write(nonce, 0, Scratch.NONCE_AT, NONCE);
        check((int) Libcrypto.INIT.invokeExact(context, NULL, NULL, NULL, scratch.nonce, encrypting));
        write(header, at, Scratch.HEADER_AT, length);
        check((int) Libcrypto.UPDATE.invokeExact(context, NULL, scratch.count, scratch.header, length));
    }

    private void crypt(byte[] text, int at, int length) throws Throwable {
        if (length == 0) {
            return;
        }
        write(text, at, Scratch.TEXT_AT, length);
        check((int) Libcrypto.UPDATE.invokeExact(context, scratch.text, scratch.count, scratch.text, length));
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
