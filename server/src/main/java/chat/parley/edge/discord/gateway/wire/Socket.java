package chat.parley.edge.discord.gateway.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chat.parley.base.json.Json;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.FileDescriptor;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.EventExecutor;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The sending side of one WebSocket. May be used from any thread, as Netty's channels may; but the first
/// message is said by whoever opened it.
///
/// Dispatches have a shorter way than the rest: where Netty has nothing of this socket left to send and nothing stands
/// between it and the kernel, they are written to the kernel at once, past the pipeline.
public final class Socket {
    private static final int LAST_WORDS_MS = 10_000;
    private static final byte[] HEARTBEAT_ACK = "{\"op\":11}".getBytes(US_ASCII);

    private final ChannelHandlerContext channel;
    private final Encoding encoding;
    /// Absent where TLS stands between, and where Netty has no number for the socket.
    private final @Nullable FileDescriptor kernel;
    private final EventExecutor loop;
    private boolean begun;
    private boolean queued;
    /// Netty was given something, and it is not known that all is sent.
    private boolean passed = true;
    /// Another thread gave it something, which it may take at any time.
    private volatile boolean strange;

    public Socket(ChannelHandlerContext channel, Encoding encoding) {
        this.channel = channel;
        this.encoding = encoding;
        this.loop = channel.executor();
        boolean bare = channel.pipeline().get(SslHandler.class) == null;
        this.kernel = bare && channel.channel() instanceof EpollSocketChannel epoll ? epoll.fd() : null;
    }

    public Encoding encoding() {
        return encoding;
    }

    /// Whether the kernel keeps up: false while more than the channel's high-water mark waits in this program.
    public boolean writable() {
        return isClear() || channel.channel().isWritable();
    }

    /// Queues a dispatch; [#flush] sends what is queued. Both are called by the session's loop, in one go for each
    /// socket.
    public void write(Burst burst, Dispatch dispatch, long s) {
        if (isClear() && burst.parcel().add(encoding, dispatch, s)) {
            return;
        }
        handOver(burst.parcel());
        if (isClear() && burst.parcel().add(encoding, dispatch, s)) {
            return;
        }
        passing();
        burst.write(channel, encoding, dispatch, s);
        queued = true;
    }

    public void flush(Burst burst) {
        handOver(burst.parcel());
        if (queued) {
            queued = false;
            channel.flush();
        }
    }

    /// Whether the kernel can be written to past Netty, without overtaking. A channel closes on its own loop only,
    /// so the descriptor is this socket's as long as the loop does nothing else. Looks at as few objects as it can:
    /// with a thousand sockets none of them is in the processor's cache.
    private boolean isClear() {
        if (kernel == null || !kernel.isOpen() || !loop.inEventLoop()) {
            return false;
        }
        if (passed || strange) {
            var waiting = channel.channel().unsafe().outboundBuffer();
            passed = waiting == null || waiting.totalPendingWriteBytes() != 0;
        }
        return !passed;
    }

    private void passing() {
        if (loop.inEventLoop()) {
            passed = true;
        } else {
            strange = true;
        }
    }

    /// What the kernel does not take waits in the channel, and from then on so does what follows, until it is sent.
    private void handOver(Parcel parcel) {
        if (parcel.isEmpty() || kernel == null) {
            return;
        }
        parcel.handOver(kernel);
        if (!parcel.isEmpty()) {
            passed = true;
            var _ = channel.write(parcel.rest(channel.alloc()), channel.voidPromise());
            queued = true;
        }
        parcel.clear();
    }

    /// Says a message of the protocol itself.
    public void say(Opcode opcode, Object d) {
        say(Json.bytes(Map.of("op", opcode.number(), "d", d)));
    }

    public void acknowledgeHeartbeat() {
        say(HEARTBEAT_ACK);
    }

    /// RECONNECT is the one message whose `d` is null; Json leaves a null out, so it is written by hand.
    public void reconnect() {
        say("{\"op\":7,\"d\":null}".getBytes(US_ASCII));
    }

    public void pong(ByteBuf ping) {
        passing();
        var _ = channel.writeAndFlush(Frames.pong(channel.alloc(), ping), channel.voidPromise());
    }

    /// Says why and closes.
    public void close(CloseCode code) {
        close(code.number(), code.reason());
    }

    /// A peer that reads nothing never sees the close frame; its connection ends all the same.
    public void close(int code, String reason) {
        if (!channel.executor().isShuttingDown()) {
            var _ = channel.executor().schedule(() -> channel.close(), LAST_WORDS_MS, TimeUnit.MILLISECONDS);
        }
        passing();
        var _ = channel.writeAndFlush(Frames.close(channel.alloc(), code, reason))
                .addListener(ChannelFutureListener.CLOSE);
    }

    private void say(byte[] json) {
        var frame = Frames.whole(channel.alloc(), encoding, json, !begun);
        begun = true;
        passing();
        var _ = channel.writeAndFlush(frame, channel.voidPromise());
    }
}
