package chat.parley.edge.http.tls;

import io.netty.channel.ChannelHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The certificate by which clients know this node. Its files are looked at every few seconds, so that what a renewal
/// writes serves the next connection without a restart; files that are half written or wrong leave the old one in use.
public final class Certificate implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Certificate.class);
    private static final int LOOK_MS = 5_000;

    private final Path chainFile;
    private final Path keyFile;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("certificate").daemon().factory());
    private Stamp seen;
    private volatile SslContext context;

    /// What the files looked like; links are followed, as renewals change what they point at.
    private record Stamp(FileTime chain, long chainBytes, FileTime key, long keyBytes) {}

    /// @param chainFile PEM: the node's certificate, then those that lead to a known authority
    /// @param keyFile PEM: its private key, without a password
    /// @throws IOException when they cannot be read or do not belong together; the message says which
    public Certificate(Path chainFile, Path keyFile) throws IOException {
        this(chainFile, keyFile, LOOK_MS);
    }

    Certificate(Path chainFile, Path keyFile, int lookMs) throws IOException {
        this.chainFile = chainFile;
        this.keyFile = keyFile;
        seen = stamp();
        context = read();
        looking.scheduleWithFixedDelay(this::look, lookMs, lookMs, TimeUnit.MILLISECONDS);
    }

    /// Stands first in the pipeline of a new connection.
    public ChannelHandler entrance() {
        return new Entrance(context);
    }

    private void look() {
        try {
            var now = stamp();
            if (!now.equals(seen)) {
                seen = now;
                context = read();
                LOG.info("The certificate has been read again from {}", chainFile);
            }
        } catch (IOException unusable) {
            LOG.warn("The new certificate is left alone, the old one serves on: {}", unusable.getMessage());
        }
    }

    private Stamp stamp() throws IOException {
        return new Stamp(
                Files.getLastModifiedTime(chainFile),
                Files.size(chainFile),
                Files.getLastModifiedTime(keyFile),
                Files.size(keyFile));
    }

    private SslContext read() throws IOException {
        var pair = Pem.pair(chainFile, keyFile);
        return SslContextBuilder.forServer(pair.key(), pair.chain())
                .sslProvider(SslProvider.JDK)
                .protocols("TLSv1.3", "TLSv1.2")
                .build();
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
