package chat.parley.edge.http.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.OptionalSslHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.util.ReferenceCountUtil;

/// Begins TLS. Who speaks plain HTTP here is told so rather than cut off without a word.
final class Entrance extends OptionalSslHandler {
    private static final String SENTENCE = "This port speaks HTTPS: write https:// in the address.\n";
    private static final String ANSWER = "HTTP/1.1 400 Bad Request\r\ncontent-type: text/plain\r\ncontent-length: "
            + SENTENCE.length() + "\r\nconnection: close\r\n\r\n" + SENTENCE;

    Entrance(SslContext context) {
        super(context);
    }

    @Override
    protected ChannelHandler newNonSslHandler(ChannelHandlerContext context) {
        return new Plain();
    }

    private static final class Plain extends ChannelInboundHandlerAdapter {
        private boolean answered;

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            ReferenceCountUtil.release(bytes);
            if (!answered) {
                answered = true;
                context.writeAndFlush(Unpooled.copiedBuffer(ANSWER, US_ASCII)).addListener(ChannelFutureListener.CLOSE);
            }
        }
    }
}
