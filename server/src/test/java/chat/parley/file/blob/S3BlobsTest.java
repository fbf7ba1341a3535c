package chat.parley.file.blob;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Against S3Proxy, which speaks S3 and checks its signatures.
final class S3BlobsTest implements BlobsContract {
    private static @Nullable S3Proxy server;

    @BeforeAll
    static void start() throws Exception {
        var store = BlobStores.create("transient-nio2", new Properties());
        store.createContainer("parley");
        server = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, "access", "secret")
                .blobStore(store)
                .build();
        server.start();
    }

    @AfterAll
    static void stop() throws Exception {
        Objects.requireNonNull(server).stop();
    }

    private static S3Blobs signedBy(String secret) {
        var endpoint =
                URI.create("http://127.0.0.1:" + Objects.requireNonNull(server).getPort());
        return new S3Blobs(new S3Blobs.Place(endpoint, "parley", "us-east-1", "access", secret), Clock.systemUTC());
    }

    @Override
    public Blobs blobs() {
        return signedBy("secret");
    }

    @Test
    void a_wrong_key_is_a_failure_and_not_an_empty_bucket() {
        assertThrows(UncheckedIOException.class, () -> signedBy("wrong").get("a/b", 0, 1));
        assertThrows(UncheckedIOException.class, () -> signedBy("wrong").exists("a/b"));
    }
}
