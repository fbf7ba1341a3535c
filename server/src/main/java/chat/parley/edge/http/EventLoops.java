package chat.parley.edge.http;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/// The few threads that own all sockets, of HTTP and of the gateway: one core stays free for what blocks.
/// Epoll where the kernel has it, NIO elsewhere.
public record EventLoops(EventLoopGroup group, Class<? extends ServerSocketChannel> serverChannel)
        implements AutoCloseable {

    public static EventLoops open() {
        boolean epoll = Epoll.isAvailable();
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        var group = new MultiThreadIoEventLoopGroup(threads, new DefaultThreadFactory("loop", true), io);
        return new EventLoops(group, epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class);
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
    }
}
