package chat.parley.media.srtp;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// AES-GCM by libcrypto. Packets are copied through a scratch page, 30 ns for a full one, so that neither the
/// collector
/// is held up
/// nor anything allocated. The context lives until [#close].
final class LibcryptoAead implements Aead {
    private static final int NONCE = 12;
    private static final int TEXT_MAX = 65_536;

    /// One page of memory for all contexts of a thread of execution: the engine has one.
    static final class Scratch {
        final MemorySegment nonce;
        final MemorySegment header;
        final MemorySegment text;
        final MemorySegment tag;
        final MemorySegment count;

        Scratch() {
            var arena = Arena.ofAuto();
            nonce = arena.allocate(16, 16);
            tag = arena.allocate(16, 16);
            count = arena.allocate(16, 16);
            header = arena.allocate(TEXT_MAX, 16);
            text = arena.allocate(TEXT_MAX, 64);
        }
    }

    private final Scratch scratch;
    private final MemorySegment context;
    private boolean closed;

    LibcryptoAead(byte[] key, Scratch scratch) {
        this.scratch = scratch;
        try {
            context = (MemorySegment) Libcrypto.NEW.invokeExact();
            var cipher = key.length == 16
                    ? (MemorySegment) Libcrypto.AES_128_GCM.invokeExact()
                    : (MemorySegment) Libcrypto.AES_256_GCM.invokeExact();
            MemorySegment.copy(key, 0, scratch.text, JAVA_BYTE, 0, key.length);
            check((int) Libcrypto.INIT.invokeExact(
                    context, cipher, MemorySegment.NULL, scratch.text, MemorySegment.NULL, 1));
            scratch.text.asSlice(0, key.length).fill((byte) 0);
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
            MemorySegment.copy(scratch.tag, JAVA_BYTE, 0, text, at + length, GcmTransform.TAG);
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public boolean open(byte[] nonce, byte[] header, int headerAt, int headerLength, byte[] text, int at, int length) {
        int clear = length - GcmTransform.TAG;
        try {
            begin(nonce, 0, header, headerAt, headerLength);
            MemorySegment.copy(text, at + clear, scratch.tag, JAVA_BYTE, 0, GcmTransform.TAG);
            check((int) Libcrypto.CONTROL.invokeExact(context, Libcrypto.SET_TAG, GcmTransform.TAG, scratch.tag));
            crypt(text, at, clear);
            return (int) Libcrypto.FINAL.invokeExact(context, scratch.tag, scratch.count) > 0;
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            Libcrypto.FREE.invokeExact(context);
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void begin(byte[] nonce, int encrypting, byte[] header, int at, int length) throws Throwable {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        MemorySegment.copy(nonce, 0, scratch.nonce, JAVA_BYTE, 0, NONCE);
        check((int) Libcrypto.INIT.invokeExact(
                context, MemorySegment.NULL, MemorySegment.NULL, MemorySegment.NULL, scratch.nonce, encrypting));
        MemorySegment.copy(header, at, scratch.header, JAVA_BYTE, 0, length);
        check((int) Libcrypto.UPDATE.invokeExact(context, MemorySegment.NULL, scratch.count, scratch.header, length));
    }

    private void crypt(byte[] text, int at, int length) throws Throwable {
        if (length == 0) {
            return;
        }
        MemorySegment.copy(text, at, scratch.text, JAVA_BYTE, 0, length);
        check((int) Libcrypto.UPDATE.invokeExact(context, scratch.text, scratch.count, scratch.text, length));
        MemorySegment.copy(scratch.text, JAVA_BYTE, 0, text, at, length);
    }

    private static void check(int result) {
        if (result <= 0) {
            throw new IllegalStateException("libcrypto refused");
        }
    }
}
