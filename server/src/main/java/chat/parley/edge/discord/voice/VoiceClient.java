package chat.parley.edge.discord.voice;

import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refused;
import chat.parley.base.work.Chores;
import chat.parley.voice.room.Rooms;
import chat.parley.voice.turn.Relays;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// One client's voice WebSocket. Frames are read on the event loop, which keeps the time; what they ask is done in
/// order on a thread of its own.
final class VoiceClient extends SimpleChannelInboundHandler<WebSocketFrame> {
    private static final Logger LOG = LoggerFactory.getLogger(VoiceClient.class);
    private static final int HEARTBEAT_MS = 13_750;
    private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Chores chores = new Chores("voice-client");
    private final VoiceSocket socket;
    private final VoiceDialog dialog;
    private boolean identified;
    private boolean closed;
    private boolean bidden;
    private long lastBeat = System.nanoTime();
    private long minuteStart = System.nanoTime();
    private int minuteCount;

    VoiceClient(Rooms rooms, Relays relays, VoiceSessions sessions, VoiceSocket socket) {
        this.socket = socket;
        this.dialog = new VoiceDialog(rooms, relays, sessions, socket);
    }

    void begin(ChannelHandlerContext context) {
        socket.say(VoiceOpcode.HELLO, Map.of("v", 8, "heartbeat_interval", HEARTBEAT_MS));
        var _ = context.executor()
                .scheduleWithFixedDelay(() -> tick(context), HEARTBEAT_MS, HEARTBEAT_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        if (closed) {
            return;
        }
        try {
            switch (frame) {
                case TextWebSocketFrame text -> received(ByteBufUtil.getBytes(text.content()));
                case BinaryWebSocketFrame binary -> received(ByteBufUtil.getBytes(binary.content()));
                case PingWebSocketFrame ping -> {
                    count();
                    var _ = context.writeAndFlush(
                            new PongWebSocketFrame(ping.content().retain()));
                }
                case CloseWebSocketFrame close -> {
                    bidden = true;
                    end(close.statusCode() < 1_000 ? 1_000 : close.statusCode(), "");
                }
                default -> {}
            }
        } catch (VoiceMisuse misuse) {
            end(misuse.code().number(), misuse.code().reason());
        }
    }

    private void received(byte[] bytes) {
        count();
        var message = tree(bytes);
        var number = message.path("op");
        var opcode = number.isInt() ? VoiceOpcode.ofClient(number.asInt()) : null;
        if (opcode == null) {
            throw new VoiceMisuse(number.isInt() ? VoiceClose.UNKNOWN_OPCODE : VoiceClose.DECODE_ERROR);
        }
        var d = message.path("d");
        if (opcode == VoiceOpcode.HEARTBEAT) {
            beat(d);
            return;
        }
        identified |= opcode == VoiceOpcode.IDENTIFY || opcode == VoiceOpcode.RESUME;
        chores.add(() -> perform(opcode, d));
    }

    private void perform(VoiceOpcode opcode, JsonNode d) {
        try {
            dialog.received(opcode, d);
        } catch (VoiceMisuse misuse) {
            socket.close(misuse.code());
        }
    }

    /// Version 8 sends `{t, seq_ack}` where earlier ones send `t`, which is given back.
    private void beat(JsonNode d) {
        lastBeat = System.nanoTime();
        dialog.acknowledged(d);
        var t = d.isObject() ? d.path("t") : d;
        var answer = new HashMap<String, @Nullable Object>();
        answer.put("t", t);
        socket.say(VoiceOpcode.HEARTBEAT_ACK, d.isObject() ? answer : t);
    }

    private void tick(ChannelHandlerContext context) {
        boolean silent = System.nanoTime() - lastBeat > TimeUnit.MILLISECONDS.toNanos(3L * HEARTBEAT_MS);
        if (!closed && context.channel().isActive() && (silent || !identified)) {
            end(VoiceClose.SESSION_TIMED_OUT.number(), VoiceClose.SESSION_TIMED_OUT.reason());
        }
    }

    private void count() {
        long now = System.nanoTime();
        if (now - minuteStart > MINUTE_NANOS) {
            minuteStart = now;
            minuteCount = 0;
        }
        if (++minuteCount > Limits.VOICE_MESSAGES_PER_MINUTE) {
            throw new VoiceMisuse(VoiceClose.RATE_LIMITED);
        }
    }

    private void end(int code, String reason) {
        closed = true;
        socket.close(code, reason);
    }

    void restart() {
        socket.close(VoiceClose.RESTARTING);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        closed = true;
        boolean last = bidden;
        chores.add(() -> dialog.ended(last));
        Thread.ofVirtual().start(chores::close);
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable fault) {
        if (!(fault instanceof IOException)) {
            LOG.debug("A voice connection failed", fault);
        }
        closed = true;
        context.close();
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            var tree = Json.tree(bytes);
            if (tree.isObject()) {
                return tree;
            }
        } catch (Refused malformed) {
            LOG.trace("No JSON", malformed);
        }
        throw new VoiceMisuse(VoiceClose.DECODE_ERROR);
    }
}
