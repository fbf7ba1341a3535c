package chat.parley.edge.http;

import chat.parley.base.content.Content;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.edge.http.body.Incoming;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One HTTP connection: reads a request, has it answered, writes the answer, and only then reads on. So
/// pipelined requests are answered in order, a connection never has more than one job, and what it may hold
/// in memory is one request and one answer; of large ones only a piece. All state belongs to the connection's event
/// loop.
final class Connection extends ChannelInboundHandlerAdapter {
    /// Sent through the pipeline when the server is about to stop.
    enum Drain {
        NOW
    }

    private static final Logger log = LoggerFactory.getLogger(Connection.class);
    private static final int LINGER_MS = 2_000;

    private final Serving serving;
    private final Patience patience;
    private final boolean tls;
    private @Nullable HttpRequest head;
    private Incoming body = new Incoming();
    /// Something is done with what has come, and nothing more is expected meanwhile.
    private boolean working;
    private boolean answering;
    private boolean last;
    private boolean closing;

    /// @param tls whether the connection is encrypted up to this node itself
    Connection(Serving serving, Patience patience, boolean tls) {
        this.serving = serving;
        this.patience = patience;
        this.tls = tls;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.read();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (!closing && message instanceof HttpRequest request) {
                begin(context, request);
            }
            if (!closing && message instanceof HttpContent content) {
                more(context, content);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        int fault = StrictDecoder.fault(request);
        if (fault != StrictDecoder.FINE) {
            refuse(context, Reply.status(fault));
            return;
        }
        if (tls) {
            request.headers().set("X-Forwarded-Proto", "https");
        }
        head = request;
        body = new Incoming();
        if (HttpUtil.getContentLength(request, 0L) > Limits.HTTP_BODY_MAX_BYTES) {
            askFor(context, request, Unpooled.EMPTY_BUFFER, () -> sendOn(context, request));
            return;
        }
        sendOn(context, request);
    }

    private static void sendOn(ChannelHandlerContext context, HttpRequest request) {
        if (HttpUtil.is100ContinueExpected(request)) {
            context.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        }
        context.read();
    }

    /// More is coming than any request may have by itself: the site says whether it wants it.
    private void askFor(ChannelHandlerContext context, HttpRequest request, ByteBuf begun, Runnable then) {
        var site = serving.siteOf(Call.split(request.uri())[0]);
        if (site == null) {
            refuse(context, Reply.status(413));
            return;
        }
        long length = HttpUtil.getContentLength(request, 0L);
        body.add(begun);
        var asked = body;
        blocking(
                context,
                request,
                () -> {
                    long max = site.bodyMax(call(context, request, Content.NONE));
                    if (max <= Limits.HTTP_BODY_MAX_BYTES || length > max) {
                        throw new Refused(new Refusal.TooLarge(max));
                    }
                    asked.grant(serving.spool(), max);
                    asked.write();
                },
                then);
    }

    /// Nothing is read from the peer until the work is done.
    private void blocking(ChannelHandlerContext context, HttpRequest request, Runnable work, Runnable then) {
        working = true;
        Thread.startVirtualThread(() -> {
            Reply no = null;
            try {
                work.run();
            } catch (Refused refused) {
                no = refused(request, refused.refusal());
            } catch (RuntimeException fault) {
                log.error("A request could not be taken", fault);
                no = Reply.status(500);
            }
            var refusal = no;
            context.executor().execute(() -> {
                working = false;
                if (closing || !context.channel().isOpen()) {
                    body.abandon();
                } else if (refusal != null) {
                    refuse(context, refusal);
                } else {
                    patience.progress();
                    then.run();
                }
            });
        });
    }

    private void more(ChannelHandlerContext context, HttpContent content) {
        var request = head;
        if (request == null) {
            return;
        }
        if (content.decoderResult().isFailure()) {
            refuse(context, Reply.status(400));
            return;
        }
        var bytes = content.content();
        boolean end = content instanceof LastHttpContent;
        Runnable next = end ? () -> arrived(context, request) : context::read;
        if (!body.fits(bytes.readableBytes())) {
            if (body.inFile()) {
                refuse(context, refused(request, new Refusal.TooLarge(Limits.HTTP_BODY_MAX_BYTES)));
            } else {
                askFor(context, request, bytes, next);
            }
            return;
        }
        body.add(bytes);
        if (body.inFile() && (end || body.ripe())) {
            var written = body;
            blocking(context, request, written::write, next);
        } else {
            next.run();
        }
    }

    private void arrived(ChannelHandlerContext context, HttpRequest request) {
        patience.arrived();
        complete(context, request);
    }

    private void complete(ChannelHandlerContext context, HttpRequest request) {
        var target = Call.split(request.uri());
        var sockets = serving.sockets().get(target[0]);
        if (sockets != null && isUpgrade(request)) {
            handOver(context, request, sockets, ip(context, request));
            return;
        }
        head = null;
        answering = true;
        var call = call(context, request, body.complete());
        var preflight = serving.cors().preflight(call.method(), call.headers());
        var site = serving.siteOf(call.path());
        if (preflight != null) {
            answer(context, request, preflight);
        } else if (site == null) {
            answer(context, request, Reply.status(404));
        } else if (site.inMemory()) {
            answer(context, request, Answering.of(site, call));
        } else {
            serving.workers()
                    .run(
                            () -> answerLater(context, request, call, Answering.of(site, call)),
                            () -> answerLater(context, request, call, site.refused(Answering.BUSY)));
        }
    }

    private Call call(ChannelHandlerContext context, HttpRequest request, Content content) {
        var target = Call.split(request.uri());
        return new Call(request.method(), target[0], target[1], request.headers(), ip(context, request), content);
    }

    private String ip(ChannelHandlerContext context, HttpRequest request) {
        return serving.proxies().caller(context.channel().remoteAddress(), request.headers());
    }

    private void answerLater(ChannelHandlerContext context, HttpRequest request, Call call, Reply reply) {
        call.content().close();
        if (!context.executor().isShuttingDown()) {
            context.executor().execute(() -> answer(context, request, reply));
        }
    }

    private void answer(ChannelHandlerContext context, HttpRequest request, Reply reply) {
        boolean keepAlive =
                HttpUtil.isKeepAlive(request) && !last && !serving.draining().get();
        var response = Responses.of(reply, request.method(), keepAlive);
        serving.cors().mark(request.headers(), response.headers());
        var written = context.writeAndFlush(response);
        guard(context, written);
        var stream = Responses.streams(reply, request.method()) ? reply.stream() : null;
        if (stream == null) {
            written.addListener(_ -> answered(context, written.isSuccess() && keepAlive));
        } else if (!serving.streams()
                .send(context.channel(), stream, serving.options().writeMs(), () -> answered(context, keepAlive))) {
            context.close();
        }
    }

    private void answered(ChannelHandlerContext context, boolean more) {
        answering = false;
        if (!more) {
            context.close();
            return;
        }
        patience.resting();
        context.read();
    }

    /// A peer that does not read its answer would hold it in memory for ever.
    private void guard(ChannelHandlerContext context, ChannelFuture written) {
        if (!written.isDone()) {
            var timer = context.executor()
                    .schedule(() -> context.close(), serving.options().writeMs(), TimeUnit.MILLISECONDS);
            written.addListener(_ -> timer.cancel(false));
        }
    }

    /// Answers and ends the connection, because where the next request begins is not known. What the peer
    /// still sends is thrown away for a moment: closing at once would reset the connection before the peer
    /// has read the answer.
    private void refuse(ChannelHandlerContext context, Reply reply) {
        closing = true;
        patience.arrived();
        var method = head == null ? HttpMethod.GET : head.method();
        head = null;
        body.abandon();
        context.writeAndFlush(Responses.of(reply, method, false)).addListener(_ -> {
            sayNoMore(context);
            context.channel().config().setAutoRead(true);
            context.executor().schedule(() -> context.close(), LINGER_MS, TimeUnit.MILLISECONDS);
        });
    }

    private static void sayNoMore(ChannelHandlerContext context) {
        var sealed = context.pipeline().get(SslHandler.class);
        if (sealed == null) {
            ((DuplexChannel) context.channel()).shutdownOutput();
        } else {
            sealed.closeOutbound();
        }
    }

    private void handOver(ChannelHandlerContext context, HttpRequest request, Sockets sockets, String ip) {
        var channel = context.channel();
        var pipeline = context.pipeline();
        serving.open().remove(channel);
        pipeline.remove(Patience.class);
        pipeline.remove(OneByOne.class);
        pipeline.remove(this);
        channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, false);
        var upgrade = new DefaultFullHttpRequest(request.protocolVersion(), request.method(), request.uri());
        upgrade.headers().set(request.headers());
        try {
            sockets.take(new Sockets.Upgrade(channel, upgrade, ip));
            channel.config().setAutoRead(true);
        } catch (RuntimeException fault) {
            log.error("A WebSocket could not be taken over", fault);
            channel.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        body.abandon();
        context.fireChannelInactive();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        switch (event) {
            case Patience.TooSlow _ -> refuse(context, Reply.status(408));
            // Half closed: the peer sends no more, but may wait for its answer.
            case ChannelInputShutdownEvent _, Drain _ -> {
                last = true;
                if (!answering && !working && (head == null || event instanceof ChannelInputShutdownEvent)) {
                    context.close();
                }
            }
            default -> context.fireUserEventTriggered(event);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable fault) {
        // What is wrong with somebody's TLS comes wrapped.
        if (!(fault instanceof IOException) && !(fault.getCause() instanceof IOException)) {
            log.error("A connection failed", fault);
        }
        context.close();
    }

    private Reply refused(HttpRequest request, Refusal refusal) {
        var site = serving.siteOf(Call.split(request.uri())[0]);
        return site == null ? Reply.status(413) : site.refused(refusal);
    }

    private static boolean isUpgrade(HttpRequest request) {
        return request.method().equals(HttpMethod.GET)
                && request.headers().containsValue(HttpHeaderNames.UPGRADE, "websocket", true);
    }
}
