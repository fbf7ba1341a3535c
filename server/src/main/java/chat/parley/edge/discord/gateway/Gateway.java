package chat.parley.edge.discord.gateway;

import chat.parley.base.id.ChannelId;
import chat.parley.base.limit.Limits;
import chat.parley.base.limit.RateLimits;
import chat.parley.edge.discord.gateway.fanout.Fanout;
import chat.parley.edge.discord.gateway.fanout.Registry;
import chat.parley.edge.discord.gateway.wire.CloseCode;
import chat.parley.edge.http.Sockets;
import chat.parley.presence.Presences;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Takes WebSockets over from the HTTP server, and keeps time for them.
public final class Gateway implements Sockets, AutoCloseable {
    private static final int TICK_MS = 500;
    private static final int RETRY_AFTER_S = 5;
    /// Above this much unsent, a socket counts as not taking data, and its session's events wait in its ring.
    private static final WriteBufferWaterMark SOCKET_BUFFER = new WriteBufferWaterMark(32 * 1_024, 64 * 1_024);

    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final Addresses addresses;
    private final String publicUrl;
    private final Registry registry;
    private final Fanout fanout;
    private final Arrivals arrivals;
    private final Switchboard switchboard;
    private final Presences presences;
    private final Clock clock;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("gateway-tick").daemon().factory());
    private volatile boolean draining;

    /// How much there is, for `/health` and metrics.
    ///
    /// @param sockets open WebSockets
    /// @param sessions sessions, those included that may still be resumed
    /// @param waiting events that are not yet encoded
    public record Counts(int sockets, int sessions, int waiting) {}

    /// @param publicUrl where clients find the gateway; empty means where each has found it
    /// @param limits how often bots may begin sessions
    public record Options(int socketsPerAddress, String publicUrl, RateLimits limits) {}

    Gateway(
            Options options,
            Registry registry,
            Fanout fanout,
            Arrivals arrivals,
            Switchboard switchboard,
            Presences presences,
            Clock clock) {
        this.addresses = new Addresses(options.socketsPerAddress());
        this.publicUrl = options.publicUrl();
        this.registry = registry;
        this.fanout = fanout;
        this.arrivals = arrivals;
        this.switchboard = switchboard;
        this.presences = presences;
        this.clock = clock;
        ticker.scheduleWithFixedDelay(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void take(Upgrade upgrade) {
        var channel = upgrade.channel();
        if (draining) {
            refuse(channel, HttpResponseStatus.SERVICE_UNAVAILABLE);
            return;
        }
        var handshake = Handshake.of(upgrade.request());
        var ip = addresses.enter(upgrade.ip());
        if (ip == null) {
            refuse(channel, HttpResponseStatus.TOO_MANY_REQUESTS);
            return;
        }
        var client = new Client(this, fanout.on(channel.eventLoop()), handshake);
        // Lives as long as the connection: it must not hold the upgrade, which is a kilobyte and more.
        channel.closeFuture().addListener(_ -> left(client, ip));
        open(upgrade, handshake, client);
    }

    private void open(Upgrade upgrade, Handshake handshake, Client client) {
        var channel = upgrade.channel();
        if (!"13".equals(upgrade.request().headers().get(HttpHeaderNames.SEC_WEBSOCKET_VERSION))) {
            WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(channel)
                    .addListener(ChannelFutureListener.CLOSE);
            return;
        }
        var headers = new DefaultHttpHeaders();
        handshake.answer(headers);
        channel.config().setWriteBufferWaterMark(SOCKET_BUFFER);
        channel.pipeline().addLast(new WebSocketFrameAggregator(Limits.GATEWAY_FRAME_MAX_BYTES), client);
        try {
            new WebSocketServerHandshaker13("", null, handshake.decoder())
                    .handshake(channel, upgrade.request(), headers, channel.newPromise())
                    .addListener(_ -> opened(channel, client));
        } catch (WebSocketHandshakeException broken) {
            refuse(channel, HttpResponseStatus.BAD_REQUEST);
        }
    }

    private void opened(Channel channel, Client client) {
        if (!channel.isActive()) {
            return;
        }
        var pipeline = channel.pipeline();
        pipeline.remove(WebSocketFrameEncoder.class);
        clients.add(client);
        client.begin(pipeline.context(client));
    }

    private void left(Client client, String ip) {
        addresses.leave(ip);
        clients.remove(client);
    }

    long now() {
        return clock.millis();
    }

    String publicUrl() {
        return publicUrl;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    Switchboard switchboard() {
        return switchboard;
    }

    /// Tells a client of the call in a conversation, if there is one.
    void askCall(Registry.Home home, ChannelId channel) {
        switchboard.call(home, channel, it -> fanout.answer(home, it));
    }

    Registry registry() {
        return registry;
    }

    public Counts counts() {
        return new Counts(clients.size(), registry.sessions(), fanout.waiting());
    }

    /// Sends everybody elsewhere: first the wish to reconnect, after a moment the end of the connection. New
    /// sockets are refused.
    public void drain() {
        if (draining) {
            return;
        }
        draining = true;
        clients.forEach(it -> it.loop().execute(it::reconnect));
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Limits.GATEWAY_DRAIN_MS);
        try {
            while (!clients.isEmpty() && System.nanoTime() < until) {
                Thread.sleep(20);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        clients.forEach(it -> it.loop().execute(() -> it.close(CloseCode.RESTARTING)));
    }

    @Override
    public void close() {
        drain();
        ticker.shutdownNow();
        fanout.close();
        switchboard.close();
    }

    private void tick() {
        long now = clock.millis();
        presences.tick();
        clients.forEach(it -> it.loop().events().execute(() -> it.tick(now)));
        fanout.tick(now);
    }

    private static void refuse(Channel channel, HttpResponseStatus status) {
        var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
        answer.headers()
                .set(HttpHeaderNames.CONTENT_LENGTH, 0)
                .set(HttpHeaderNames.RETRY_AFTER, RETRY_AFTER_S)
                .set(HttpHeaderNames.CONNECTION, "close");
        channel.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }
}
