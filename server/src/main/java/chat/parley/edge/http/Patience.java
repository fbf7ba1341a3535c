package chat.parley.edge.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Ends connections that rest too long or send too slowly. Stands first in the pipeline, where bytes are seen
/// before they make a request.
///
/// A request that arrives in one piece, as nearly all do, costs no timer: one is only started when bytes have
/// come and the request is not complete after them. The resting timer renews itself and never moves per
/// request.
final class Patience extends ChannelInboundHandlerAdapter {
    /// Fired through the pipeline when a request did not arrive in time.
    record TooSlow() {}

    private final long idleNanos;
    private final long requestNanos;
    private long restingSince;
    private @Nullable ChannelHandlerContext place;
    private boolean begun;
    private boolean busy;
    private @Nullable Future<?> idle;
    private @Nullable Future<?> arriving;

    Patience(long idleMs, long requestMs) {
        this.idleNanos = TimeUnit.MILLISECONDS.toNanos(idleMs);
        this.requestNanos = TimeUnit.MILLISECONDS.toNanos(requestMs);
    }

    /// The request is here completely; nothing is expected of the peer.
    void arrived() {
        begun = false;
        busy = true;
        arriving = ended(arriving);
    }

    /// A part of a large request is here: the time for the next one begins.
    void progress() {
        arriving = ended(arriving);
        var context = place;
        if (context != null && begun) {
            arriving = context.executor().schedule(() -> tooSlow(context), requestNanos, TimeUnit.NANOSECONDS);
        }
    }

    /// The answer is out; the next request may come.
    void resting() {
        busy = false;
        restingSince = System.nanoTime();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        place = context;
        restingSince = System.nanoTime();
        watch(context, idleNanos);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        begun = true;
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (begun && !busy && arriving == null) {
            arriving = context.executor().schedule(() -> tooSlow(context), requestNanos, TimeUnit.NANOSECONDS);
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        idle = ended(idle);
        arriving = ended(arriving);
    }

    private void watch(ChannelHandlerContext context, long nanos) {
        idle = context.executor().schedule(() -> look(context), nanos, TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext context) {
        long left = restingSince + idleNanos - System.nanoTime();
        if (busy || begun) {
            watch(context, idleNanos);
        } else if (left > 0) {
            watch(context, left);
        } else {
            context.close();
        }
    }

    private static void tooSlow(ChannelHandlerContext context) {
        context.fireUserEventTriggered(new TooSlow());
    }

    private static @Nullable Future<?> ended(@Nullable Future<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
        return null;
    }
}
