package chat.parley.edge.discord.gateway.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;

/// The bodies that one event loop is writing in this turn, each copied to direct memory once and then shared by
/// all receivers. The sockets hold the copies until the kernel has taken them; between turns the burst holds
/// nothing, so nothing can leak, and what waits for a slow or absent client waits on the heap. Belongs to one
/// event loop.
public final class Burst {
    private final ByteBufAllocator memory;
    private final Map<Encoding, Map<Body, ByteBuf>> shared = new EnumMap<>(Encoding.class);

    public Burst(ByteBufAllocator memory) {
        this.memory = memory;
        for (var form : Encoding.values()) {
            shared.put(form, new IdentityHashMap<>());
        }
    }

    /// Queues a dispatch on the socket: two buffers, gathered into one system call by the flush that follows.
    public void write(ChannelHandlerContext socket, Encoding encoding, Dispatch dispatch, long s) {
        var form = Frames.form(encoding, dispatch.body());
        var _ = socket.write(Frames.head(memory, encoding, dispatch, s), socket.voidPromise());
        var _ = socket.write(bodyOf(form, dispatch.body()).retainedDuplicate(), socket.voidPromise());
    }

    /// Ends the turn.
    public void release() {
        for (var bodies : shared.values()) {
            bodies.values().forEach(ByteBuf::release);
            bodies.clear();
        }
    }

    private ByteBuf bodyOf(Encoding form, Body body) {
        var bodies = shared.get(form);
        if (bodies == null) {
            throw new IllegalStateException("No place for " + form);
        }
        return bodies.computeIfAbsent(body, it -> Frames.body(memory, form, it));
    }
}
