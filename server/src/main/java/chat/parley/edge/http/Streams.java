package chat.parley.edge.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends answers that are too large to hold, each on a virtual thread of its own, piece by piece as the peer takes
/// them: two pieces are in memory at a time. A stream that breaks off ends its connection, so that nobody takes half of
/// it for all.
final class Streams {
    private static final Logger log = LoggerFactory.getLogger(Streams.class);
    private static final int PIECE_BYTES = 1 << 16;

    private final Semaphore room;

    Streams(int max) {
        this.room = new Semaphore(max);
    }

    /// Sends the body after its head, which has been written already.
    ///
    /// @param pieceMs how long the peer may take for one piece
    /// @param sent called on the connection's event loop when all is written; the connection is closed otherwise
    /// @return false when there are too many already: then nothing happens
    boolean send(Channel channel, Reply.Stream stream, long pieceMs, Runnable sent) {
        if (!room.tryAcquire()) {
            return false;
        }
        Thread.ofVirtual().name("stream-", 0).start(() -> {
            try {
                pass(channel, stream, pieceMs);
                channel.eventLoop().execute(sent);
            } catch (IOException gone) {
                log.debug("A stream ended early", gone);
                channel.close();
            } catch (RuntimeException fault) {
                log.error("A stream failed", fault);
                channel.close();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                channel.close();
            } finally {
                room.release();
            }
        });
        return true;
    }

    private static void pass(Channel channel, Reply.Stream stream, long pieceMs)
            throws IOException, InterruptedException {
        var buffer = new byte[PIECE_BYTES];
        ChannelFuture before = null;
        try (var in = stream.opening().open()) {
            for (long left = stream.length(); left > 0; ) {
                int read = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
                if (read == 0) {
                    throw new EOFException("The content is shorter than was said");
                }
                left -= read;
                await(before, pieceMs);
                before = channel.writeAndFlush(
                        new DefaultHttpContent(Unpooled.wrappedBuffer(Arrays.copyOf(buffer, read))));
            }
        }
        await(before, pieceMs);
        await(channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT), pieceMs);
    }

    private static void await(@Nullable ChannelFuture written, long pieceMs) throws IOException, InterruptedException {
        if (written != null && (!written.await(pieceMs) || !written.isSuccess())) {
            throw new IOException("The peer does not take it", written.cause());
        }
    }
}
