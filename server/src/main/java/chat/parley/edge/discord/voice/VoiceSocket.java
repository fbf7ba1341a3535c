package chat.parley.edge.discord.voice;

import chat.parley.base.json.Json;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The sending side of one voice WebSocket; may be used from any thread.
///
/// @param numbers from version 8 on, messages are numbered
record VoiceSocket(Channel channel, boolean numbers) {
    private static final int LAST_WORDS_MS = 5_000;

    /// Says something that belongs to this socket alone and has no number.
    void say(VoiceOpcode opcode, Object d) {
        send(Json.text(Map.of("op", opcode.number(), "d", d)));
    }

    void send(String message) {
        var _ = channel.writeAndFlush(new TextWebSocketFrame(message), channel.voidPromise());
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
