package chat.parley.edge.http;

import chat.parley.base.content.Spool;
import chat.parley.base.limit.Limits;
import chat.parley.edge.http.tls.Certificate;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The one TCP port. Bytes meet, in this order: TLS if the node has a certificate, [Patience], [StrictDecoder],
/// [OneByOne], [Connection]; a
/// WebSocket leaves this pipeline for its [Sockets].
public final class HttpServer implements AutoCloseable {
    private final EventLoops loops;
    private final Serving serving;
    private @Nullable Channel listening;
    private @Nullable Certificate certificate;

    /// Large bodies wait in the system's directory for what is temporary.
    public HttpServer(HttpOptions options, EventLoops loops, List<Site> sites, Map<String, Sockets> sockets) {
        this(options, loops, sites, sockets, new Spool(Path.of(System.getProperty("java.io.tmpdir"))));
    }

    /// @param sites asked in order, the first that takes a path answers for it
    /// @param sockets who takes WebSockets, by path
    /// @param spool where large bodies wait
    public HttpServer(
            HttpOptions options, EventLoops loops, List<Site> sites, Map<String, Sockets> sockets, Spool spool) {
        this.loops = loops;
        this.serving = new Serving(
                options,
                List.copyOf(sites),
                Map.copyOf(sockets),
                new Workers(Limits.HTTP_BLOCKING_MAX, Limits.HTTP_WAITING_MAX),
                new Streams(Limits.HTTP_STREAMS_MAX),
                spool,
                new Proxies(options.trustedProxies()),
                new Cors(options.corsOrigins()),
                new DefaultChannelGroup(GlobalEventExecutor.INSTANCE),
                new AtomicBoolean());
    }

    /// From the start on, clients come by TLS, and know the node by this.
    public void secure(Certificate by) {
        certificate = by;
    }

    /// Listens. Returns the port, which matters when any free one was asked for.
    ///
    /// @throws UncheckedIOException when the address is taken or not ours
    public int start() {
        var options = serving.options();
        var bound = new ServerBootstrap()
                .group(loops.group())
                .channel(loops.serverChannel())
                .option(ChannelOption.SO_BACKLOG, 1_024)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, new AdaptiveRecvByteBufAllocator())
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        connect(channel);
                    }
                })
                .bind(options.host(), options.port())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new UncheckedIOException(
                    "Cannot listen on " + options.host() + ":" + options.port(), new IOException(bound.cause()));
        }
        listening = bound.channel();
        return port();
    }

    public int port() {
        if (listening == null) {
            throw new IllegalStateException("The server has not been started");
        }
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /// Accepts nobody any more, answers what is under way, then closes what is left. WebSockets are their
    /// taker's.
    @Override
    public void close() {
        serving.draining().set(true);
        if (listening != null) {
            listening.close().awaitUninterruptibly();
        }
        var open = serving.open();
        open.forEach(it -> it.eventLoop().execute(() -> it.pipeline().fireUserEventTriggered(Connection.Drain.NOW)));
        serving.workers().drained(Limits.HTTP_DRAIN_MS);
        open.newCloseFuture().awaitUninterruptibly(1, TimeUnit.SECONDS);
        open.close().awaitUninterruptibly(1, TimeUnit.SECONDS);
    }

    private void connect(Channel channel) {
        var options = serving.options();
        var patience = new Patience(options.idleMs(), options.requestMs());
        var known = certificate;
        if (known != null) {
            channel.pipeline().addLast(known.entrance());
        }
        channel.pipeline()
                .addLast(patience)
                .addLast(new StrictDecoder())
                .addLast(new HttpResponseEncoder())
                .addLast(new OneByOne())
                .addLast(new Connection(serving, patience, known != null));
        serving.open().add(channel);
    }
}
