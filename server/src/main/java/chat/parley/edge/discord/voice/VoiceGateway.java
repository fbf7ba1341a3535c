package chat.parley.edge.discord.voice;

import chat.parley.base.limit.Limits;
import chat.parley.edge.http.Sockets;
import chat.parley.voice.room.Rooms;
import chat.parley.voice.turn.Relays;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Takes voice WebSockets over from the HTTP server.
public final class VoiceGateway implements Sockets, AutoCloseable {
    private final Set<VoiceClient> clients = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<String, Integer> addresses = new ConcurrentHashMap<>();
    private final VoiceSessions sessions = new VoiceSessions();
    private final Rooms rooms;
    private final Relays relays;
    private final int socketsPerAddress;
    private volatile boolean draining;

    public VoiceGateway(Rooms rooms, Relays relays, int socketsPerAddress) {
        this.rooms = rooms;
        this.relays = relays;
        this.socketsPerAddress = socketsPerAddress;
    }

    @Override
    public void take(Upgrade upgrade) {
        var channel = upgrade.channel();
        int open = addresses.merge(upgrade.ip(), 1, Integer::sum);
        channel.closeFuture()
                .addListener(
                        _ -> addresses.computeIfPresent(upgrade.ip(), (_, count) -> count == 1 ? null : count - 1));
        if (draining) {
            refuse(channel, HttpResponseStatus.SERVICE_UNAVAILABLE);
        } else if (open > socketsPerAddress) {
            refuse(channel, HttpResponseStatus.TOO_MANY_REQUESTS);
        } else {
            open(upgrade);
        }
    }

    private void open(Upgrade upgrade) {
        var channel = upgrade.channel();
        var socket = new VoiceSocket(channel, numbered(upgrade.request().uri()));
        var client = new VoiceClient(rooms, relays, sessions, socket);
        var decoder = WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(Limits.VOICE_FRAME_MAX_BYTES)
                .build();
        channel.pipeline().addLast(new WebSocketFrameAggregator(Limits.VOICE_FRAME_MAX_BYTES), client);
        try {
            new WebSocketServerHandshaker13("", null, decoder)
                    .handshake(channel, upgrade.request())
                    .addListener(_ -> opened(channel, client));
        } catch (WebSocketHandshakeException broken) {
            refuse(channel, HttpResponseStatus.BAD_REQUEST);
        }
    }

    private void opened(Channel channel, VoiceClient client) {
        if (channel.isActive()) {
            clients.add(client);
            channel.closeFuture().addListener(_ -> clients.remove(client));
            client.begin(channel.pipeline().context(client));
        }
    }

    /// Sends everybody away, to come back.
    public void drain() {
        draining = true;
        clients.forEach(VoiceClient::restart);
    }

    @Override
    public void close() {
        drain();
    }

    /// From version 8 on, messages are numbered.
    private static boolean numbered(String uri) {
        return new QueryStringDecoder(uri)
                .parameters()
                .getOrDefault("v", List.of("4"))
                .getFirst()
                .equals("8");
    }

    private static void refuse(Channel channel, HttpResponseStatus status) {
        var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
        answer.headers().set("content-length", 0);
        var _ = channel.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }
}
