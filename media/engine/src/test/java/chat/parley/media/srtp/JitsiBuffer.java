package chat.parley.media.srtp;

import java.util.Arrays;
import org.jitsi.utils.ByteArrayBuffer;

/// A packet in the form that jitsi-srtp takes, with room behind it.
final class JitsiBuffer implements ByteArrayBuffer {
    private final byte[] bytes;
    private int length;

    JitsiBuffer(byte[] clear) {
        bytes = Arrays.copyOf(clear, clear.length + 64);
        length = clear.length;
    }

    byte[] content() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public byte[] getBuffer() {
        return bytes;
    }

    @Override
    public int getOffset() {
        return 0;
    }

    @Override
    public int getLength() {
        return length;
    }

    @Override
    public void setLength(int length) {
        this.length = length;
    }

    @Override
    public void setOffset(int offset) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isInvalid() {
        return false;
    }

    @Override
    public void readRegionToBuff(int offset, int size, byte[] target) {
        System.arraycopy(bytes, offset, target, 0, size);
    }

    @Override
    public void grow(int more) {
        // There is room.
    }

    @Override
    public void append(byte[] data, int size) {
        System.arraycopy(data, 0, bytes, length, size);
        length += size;
    }

    @Override
    public void shrink(int less) {
        length -= less;
    }
}
