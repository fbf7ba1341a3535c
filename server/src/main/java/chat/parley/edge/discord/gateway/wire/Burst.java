package chat.parley.edge.discord.gateway.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;

/// What one event loop is writing in this turn. Most goes into a [Parcel] and to the kernel at once. For sockets behind
/// TLS, on another loop or still waiting for the kernel, Netty takes each body as a copy in direct memory that all such
/// receivers share, and holds it until it is sent; between turns the burst holds nothing, so nothing can leak, and what
/// waits for a slow or absent client waits on the heap. Belongs to one event loop.
public final class Burst {
    private final ByteBufAllocator memory;
    private final Parcel parcel = new Parcel();
    private final Map<Encoding, Map<Body, ByteBuf>> shared = new EnumMap<>(Encoding.class);

    public Burst(ByteBufAllocator memory) {
        this.memory = memory;
        for (var form : Encoding.values()) {
            shared.put(form, new IdentityHashMap<>());
        }
    }

    Parcel parcel() {
        return parcel;
    }

    /// Queues a dispatch on the channel: two buffers, gathered into one system call by the flush that follows.
    void write(ChannelHandlerContext socket, Encoding encoding, Dispatch dispatch, long s) {
        var form = Frames.form(encoding, dispatch.body());
        var _ = socket.write(Frames.head(memory, encoding, dispatch, s), socket.voidPromise());
        var _ = socket.write(bodyOf(form, dispatch.body()).retainedDuplicate(), socket.voidPromise());
    }

    /// Ends the turn. A map that was once large stays so and is slow to clear, so each turn that needs one gets a new
    /// one.
    public void release() {
        parcel.forget();
        for (var form : shared.entrySet()) {
            var bodies = form.getValue();
            if (!bodies.isEmpty()) {
                bodies.values().forEach(ByteBuf::release);
                form.setValue(new IdentityHashMap<>());
            }
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
