package chat.parley.file.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Blobs in a bucket of S3 or of what speaks its protocol. Four verbs of it are all we need, so this is a client of our
/// own: Amazon's would be larger than the rest of the program. Buckets are named in the path, which every such server
/// understands.
public final class S3Blobs implements Blobs {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofSeconds(60);
    private static final int ERROR_MAX_BYTES = 2_048;

    private final URI bucket;
    private final S3Signature signature;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .build();

    /// @param endpoint as `https://s3.eu-central-1.amazonaws.com`
    public record Place(URI endpoint, String bucket, String region, String accessKey, String secretKey) {
        @Override
        public String toString() {
            return bucket + " at " + endpoint;
        }
    }

    public S3Blobs(Place place, Clock clock) {
        this.bucket = URI.create(place.endpoint().toString().replaceFirst("/$", "") + "/" + place.bucket() + "/");
        this.signature = new S3Signature(place.accessKey(), place.secretKey(), place.region());
        this.clock = clock;
    }

    @Override
    public void put(String name, InputStream in, long length) {
        var body = length == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> in), length);
        send(request("PUT", name, body), name, BodyHandlers.ofInputStream(), 200);
    }

    @Override
    public @Nullable InputStream get(String name, long from, long count) {
        var request = request("GET", name, BodyPublishers.noBody())
                .header("Range", "bytes=" + from + "-" + (from + count - 1));
        var response = send(request, name, BodyHandlers.ofInputStream(), 200, 206, 404, 416);
        return switch (response.statusCode()) {
            case 200, 206 -> response.body();
            case 416 -> emptied(response.body());
            default -> {
                emptied(response.body());
                yield null;
            }
        };
    }

    @Override
    public void delete(String name) {
        send(request("DELETE", name, BodyPublishers.noBody()), name, BodyHandlers.ofInputStream(), 200, 204, 404);
    }

    @Override
    public boolean exists(String name) {
        return send(request("HEAD", name, BodyPublishers.noBody()), name, BodyHandlers.ofInputStream(), 200, 404)
                        .statusCode()
                == 200;
    }

    private HttpRequest.Builder request(String method, String name, BodyPublisher body) {
        var uri = bucket.resolve(name);
        var request = HttpRequest.newBuilder(uri).timeout(ANSWERING).method(method, body);
        signature.headers(method, uri, clock.instant()).forEach(request::header);
        return request;
    }

    private HttpResponse<InputStream> send(
            HttpRequest.Builder request, String name, BodyHandler<InputStream> handler, int... expected) {
        try {
            var response = client.send(request.build(), handler);
            for (int status : expected) {
                if (response.statusCode() == status) {
                    return response;
                }
            }
            try (var error = response.body()) {
                String words = new String(error.readNBytes(ERROR_MAX_BYTES), StandardCharsets.UTF_8);
                throw new IOException("S3 answered " + response.statusCode() + " for " + name + ": " + words);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("Interrupted while asking S3"));
        }
    }

    private static InputStream emptied(InputStream in) {
        try (in) {
            return InputStream.nullInputStream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
