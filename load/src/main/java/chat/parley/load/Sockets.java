package chat.parley.load;

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

/// Many gateway connections on one thread. They identify, then hand each frame that looks like a message to the
/// scenario undecoded.
final class Sockets implements AutoCloseable {
    private static final int FRAME_MAX_BYTES = 16 << 20;
    private static final int CONNECT_AT_ONCE = 50;

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<Channel> channels = new ArrayList<>();
    private final Node node;
    private final String compress;

    Sockets(Node node, String compress) {
        this.node = node;
        this.compress = compress;
    }

    /// Connects and waits until every socket has its READY.
    void open(List<String> tokens, int count, Consumer<ByteBuf> onFrame) throws InterruptedException {
        for (int from = 0; from < count; from += CONNECT_AT_ONCE) {
            int until = Math.min(count, from + CONNECT_AT_ONCE);
            var ready = new CountDownLatch(until - from);
            for (int i = from; i < until; i++) {
                channels.add(connect(tokens.get(i % tokens.size()), ready, onFrame));
            }
            if (!ready.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException(ready.getCount() + " sockets are not ready");
            }
        }
    }

    private Channel connect(String token, CountDownLatch ready, Consumer<ByteBuf> onFrame) throws InterruptedException {
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
                                .addLast(new Client(token, ready, onFrame));
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
        private final String token;
        private final CountDownLatch ready;
        private final Consumer<ByteBuf> onFrame;
        private int frames;

        Client(String token, CountDownLatch ready, Consumer<ByteBuf> onFrame) {
            this.token = token;
            this.ready = ready;
            this.onFrame = onFrame;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
            if (event == WebSocketClientProtocolHandler.ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
                context.writeAndFlush(new TextWebSocketFrame("{\"op\":2,\"d\":{\"token\":\"" + token
                        + "\",\"properties\":{\"os\":\"linux\",\"browser\":\"load\",\"device\":\"load\"}}}"));
                context.executor()
                        .scheduleAtFixedRate(
                                () -> context.writeAndFlush(new TextWebSocketFrame("{\"op\":1,\"d\":null}")),
                                20,
                                20,
                                TimeUnit.SECONDS);
            }
            super.userEventTriggered(context, event);
        }

        /// The first frame is HELLO, the second READY.
        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            if (++frames == 2) {
                ready.countDown();
            } else if (frames > 2) {
                onFrame.accept(frame.content());
            }
        }
    }

    /// The value of a 19-digit number after a mark, or -1: cheap enough for a hundred thousand frames a second.
    static long numberAfter(ByteBuf frame, String mark) {
        var text = frame.toString(StandardCharsets.ISO_8859_1);
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
