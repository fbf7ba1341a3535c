package chat.parley.edge.discord.gateway.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.unix.FileDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Frames for one socket, one after another in memory that belongs to the event loop, which the kernel takes by one
/// call. Then the memory serves the next socket.
///
/// Hot path. Copying a body of 1,200 bytes costs 40 ns, and spares Netty's two entries, their recycling, a head of its
/// own and gathering: 0.6 of 3.8 µs a delivery, of which the kernel has 2.7.
final class Parcel {
    private static final int ROOM_BYTES = 64 * 1_024;

    private final ByteBuffer memory = ByteBuffer.allocateDirect(ROOM_BYTES);
    private final ByteBuf frames = Unpooled.wrappedBuffer(memory).clear();

    boolean isEmpty() {
        return !frames.isReadable();
    }

    /// Lays a frame behind the others.
    ///
    /// @return false when there is no room for it; then nothing changes
    boolean add(Encoding encoding, Dispatch dispatch, long s) {
        if (Frames.maxBytes(encoding, dispatch) > frames.writableBytes()) {
            return false;
        }
        Frames.head(frames, encoding, dispatch, s);
        Frames.body(frames, Frames.form(encoding, dispatch.body()), dispatch.body());
        return true;
    }

    /// Hands all to the kernel. What it does not take is still in here; so is all when the connection is broken, which
    /// whoever writes next will find out.
    void handOver(FileDescriptor kernel) {
        try {
            frames.skipBytes(kernel.write(memory, frames.readerIndex(), frames.writerIndex()));
        } catch (IOException broken) {
            // The rest goes through the pipeline, which meets the same fault and closes the channel.
            return;
        }
    }

    /// A copy of what is left.
    ByteBuf rest(ByteBufAllocator from) {
        return from.directBuffer(frames.readableBytes()).writeBytes(frames);
    }

    void clear() {
        frames.clear();
    }
}
