package chat.parley.edge.discord.voice;

import chat.parley.base.json.Json;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.HashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The sending side of one voice WebSocket; may be used from any thread. From version 8 on, messages are numbered.
final class VoiceSocket {
    private static final int LAST_WORDS_MS = 5_000;

    private final Channel channel;
    private final boolean numbers;
    private final AtomicInteger seq = new AtomicInteger();

    VoiceSocket(Channel channel, int version) {
        this.channel = channel;
        this.numbers = version >= 8;
    }

    void say(VoiceOpcode opcode, Object d) {
        var message = new HashMap<String, Object>();
        message.put("op", opcode.number());
        message.put("d", d);
        if (numbers && opcode.numbered()) {
            message.put("seq", seq.incrementAndGet());
        }
        var _ = channel.writeAndFlush(new TextWebSocketFrame(Json.text(message)), channel.voidPromise());
    }

    void close(VoiceClose code) {
        close(code.number(), code.reason());
    }

    void close(int code, String reason) {
        if (!channel.eventLoop().isShuttingDown()) {
            var _ = channel.eventLoop().schedule(() -> channel.close(), LAST_WORDS_MS, TimeUnit.MILLISECONDS);
        }
        var _ = channel.writeAndFlush(new CloseWebSocketFrame(code, reason)).addListener(ChannelFutureListener.CLOSE);
    }
}
