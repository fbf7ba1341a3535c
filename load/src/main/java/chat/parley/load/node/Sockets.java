package chat.parley.load.node;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Many gateway connections on one thread. They identify, then hand each frame after READY to the scenario undecoded.
/// Cut
/// off, they come back and resume where they were.
public final class Sockets implements AutoCloseable {
    private static final int FRAME_MAX_BYTES = 16 << 20;
    private static final int CONNECT_AT_ONCE = 50;

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<Channel> channels = new ArrayList<>();
    private final List<Session> sessions = new ArrayList<>();
    private final Node node;
    private final String compress;

    public Sockets(Node node, String compress) {
        this.node = node;
        this.compress = compress;
    }

    /// What a client keeps between two connections. Only the loop touches it while a connection lasts.
    private static final class Session {
        private final String token;
        private final Consumer<ByteBuf> onFrame;
        private @Nullable String id;
        private long sequence;

        Session(String token, Consumer<ByteBuf> onFrame) {
            this.token = token;
            this.onFrame = onFrame;
        }

        String greeting() {
            return id == null
                    ? "{\"op\":2,\"d\":{\"token\":\"" + token
                            + "\",\"properties\":{\"os\":\"linux\",\"browser\":\"load\",\"device\":\"load\"}}}"
                    : "{\"op\":6,\"d\":{\"token\":\"" + token + "\",\"session_id\":\"" + id + "\",\"seq\":" + sequence
                            + "}}";
        }
    }

    /// Connects and waits until every socket has its READY.
    public void open(List<String> tokens, int count, Consumer<ByteBuf> onFrame) throws InterruptedException {
        int first = sessions.size();
        for (int i = 0; i < count; i++) {
            sessions.add(new Session(tokens.get(i % tokens.size()), onFrame));
        }
        connect(sessions.subList(first, sessions.size()), CONNECT_AT_ONCE);
    }

    /// Breaks every connection, as a network does.
    public void cut() {
        channels.forEach(it -> it.close().syncUninterruptibly());
        channels.clear();
    }

    /// All come back at once, resume, and have heard what they missed when this returns.
    public void resume() throws InterruptedException {
        connect(sessions, sessions.size());
    }

    private void connect(List<Session> those, int atOnce) throws InterruptedException {
        for (int from = 0; from < those.size(); from += atOnce) {
            int until = Math.min(those.size(), from + atOnce);
            var ready = new CountDownLatch(until - from);
            for (var session : those.subList(from, until)) {
                channels.add(connect(session, ready));
            }
            if (!ready.await(120, TimeUnit.SECONDS)) {
                throw new IllegalStateException(ready.getCount() + " sockets are not ready");
            }
        }
    }

    private Channel connect(Session session, CountDownLatch ready) throws InterruptedException {
        var query = compress.equals("none") ? "" : "&compress=" + compress;
        var uri = URI.create("ws://127.0.0.1:" + node.port + "/gateway?v=10&encoding=json" + query);
        return new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpClientCodec())
                                .addLast(new HttpObjectAggregator(65_536))
                                .addLast(new WebSocketClientProtocolHandler(
                                        uri,
                                        WebSocketVersion.V13,
                                        null,
                                        false,
                                        new DefaultHttpHeaders(),
                                        FRAME_MAX_BYTES))
                                .addLast(new Client(session, ready, compress.equals("none")));
                    }
                })
                .connect("127.0.0.1", node.port)
                .sync()
                .channel();
    }

    @Override
    public void close() {
        channels.forEach(Channel::close);
        loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private static final class Client extends SimpleChannelInboundHandler<WebSocketFrame> {
        private static final int HEAD = 64;

        private final Session session;
        private final CountDownLatch ready;
        private final boolean legible;
        private int frames;
        private boolean isReady;

        Client(Session session, CountDownLatch ready, boolean legible) {
            this.session = session;
            this.ready = ready;
            this.legible = legible;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
            if (event == WebSocketClientProtocolHandler.ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
                context.writeAndFlush(new TextWebSocketFrame(session.greeting()));
                context.executor()
                        .scheduleAtFixedRate(
                                () -> context.writeAndFlush(new TextWebSocketFrame("{\"op\":1,\"d\":null}")),
                                20,
                                20,
                                TimeUnit.SECONDS);
            }
            super.userEventTriggered(context, event);
        }

        /// The first frame is HELLO, the second of a new session READY. Compressed ones are only counted.
        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            frames++;
            if (!legible) {
                if (frames == 2) {
                    ready.countDown();
                } else if (frames > 2) {
                    session.onFrame.accept(frame.content());
                }
                return;
            }
            var content = frame.content();
            var head = content.toString(
                    content.readerIndex(), Math.min(HEAD, content.readableBytes()), StandardCharsets.ISO_8859_1);
            session.sequence = Math.max(session.sequence, numberAfter(head, "\"s\":"));
            if (isReady || head.contains("\"MESSAGE_CREATE\"")) {
                session.onFrame.accept(content);
            } else if (head.contains("\"READY\"")) {
                session.id = textAfter(content, "\"session_id\":\"");
                begun();
            } else if (head.contains("\"RESUMED\"")) {
                begun();
            } else if (head.contains("\"op\":9")) {
                throw new IllegalStateException("The node does not resume a session");
            }
        }

        private void begun() {
            isReady = true;
            ready.countDown();
        }
    }

    private static String textAfter(ByteBuf frame, String mark) {
        var text = frame.toString(StandardCharsets.ISO_8859_1);
        int at = text.indexOf(mark) + mark.length();
        return text.substring(at, text.indexOf('"', at));
    }

    /// The number after a mark, or -1: cheap enough for a hundred thousand frames a second.
    public static long numberAfter(ByteBuf frame, String mark) {
        return numberAfter(frame.toString(StandardCharsets.ISO_8859_1), mark);
    }

    private static long numberAfter(String text, String mark) {
        int at = text.indexOf(mark);
        if (at < 0) {
            return -1;
        }
        long value = 0;
        for (int i = at + mark.length(); i < text.length() && Character.isDigit(text.charAt(i)); i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }
}
