package chat.parley.edge.discord.gateway.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chat.parley.base.json.Json;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The sending side of one WebSocket. May be used from any thread, as Netty's channels may; but the first
/// message is said by whoever opened it.
public final class Socket {
    private static final int LAST_WORDS_MS = 10_000;
    private static final byte[] HEARTBEAT_ACK = "{\"op\":11}".getBytes(US_ASCII);

    private final ChannelHandlerContext channel;
    private final Encoding encoding;
    private boolean begun;

    public Socket(ChannelHandlerContext channel, Encoding encoding) {
        this.channel = channel;
        this.encoding = encoding;
    }

    public Encoding encoding() {
        return encoding;
    }

    /// Whether the kernel keeps up: false while more than the channel's high-water mark waits in this program.
    public boolean writable() {
        return channel.channel().isWritable();
    }

    /// Queues a dispatch; [#flush()] sends what is queued.
    public void write(Burst burst, Dispatch dispatch, long s) {
        burst.write(channel, encoding, dispatch, s);
    }

    public void flush() {
        channel.flush();
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
        var _ = channel.writeAndFlush(Frames.close(channel.alloc(), code, reason))
                .addListener(ChannelFutureListener.CLOSE);
    }

    private void say(byte[] json) {
        var frame = Frames.whole(channel.alloc(), encoding, json, !begun);
        begun = true;
        var _ = channel.writeAndFlush(frame, channel.voidPromise());
    }
}
