package chat.parley.edge.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;

/// Hands decoded messages on only as the connection asks for them, one each time, so that a pipelined request
/// waits for its turn. What waits is what one read of the socket held: nothing more is read meanwhile.
final class OneByOne extends ChannelDuplexHandler {
    private final ArrayDeque<Object> waiting = new ArrayDeque<>();
    private boolean wanted;
    private boolean delivering;

    @Override
    public void read(ChannelHandlerContext context) {
        wanted = true;
        deliver(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        waiting.add(message);
        deliver(context);
    }

    /// The connection asks for the next message while it is given one; a loop keeps that from growing the
    /// stack.
    private void deliver(ChannelHandlerContext context) {
        if (delivering) {
            return;
        }
        delivering = true;
        while (!waiting.isEmpty() && (wanted || context.channel().config().isAutoRead())) {
            wanted = false;
            context.fireChannelRead(waiting.remove());
        }
        delivering = false;
        if (wanted) {
            context.read();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
    }
}
