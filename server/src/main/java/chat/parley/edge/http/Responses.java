package chat.parley.edge.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes a [Reply] as HTTP/1.1. Lengths are always known, so nothing is ever chunked.
final class Responses {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /// The date's text changes once a second; a race writes the same text twice.
    private static volatile Stamp stamp = new Stamp(0, "");

    private Responses() {}

    /// Whole, but for a reply whose stream is to follow.
    static HttpResponse of(Reply reply, HttpMethod method, boolean keepAlive) {
        var status = HttpResponseStatus.valueOf(reply.status());
        boolean bodiless = reply.status() == 204 || reply.status() == 304;
        // A HEAD says how long the body would be and leaves it out.
        var content = bodiless || method.equals(HttpMethod.HEAD)
                ? Unpooled.EMPTY_BUFFER
                : Unpooled.wrappedBuffer(reply.body());
        HttpResponse response = streams(reply, method)
                ? new DefaultHttpResponse(HttpVersion.HTTP_1_1, status)
                : new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, content);
        var headers = response.headers();
        reply.headers().forEach(headers::set);
        headers.set(HttpHeaderNames.DATE, date());
        if (!bodiless) {
            var stream = reply.stream();
            headers.set(HttpHeaderNames.CONTENT_LENGTH, stream == null ? reply.body().length : stream.length());
            if (!reply.contentType().isEmpty()) {
                headers.set(HttpHeaderNames.CONTENT_TYPE, reply.contentType());
            }
        }
        headers.set(HttpHeaderNames.CONNECTION, keepAlive ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
        return response;
    }

    /// Whether the reply's stream is to follow what [#of] makes.
    static boolean streams(Reply reply, HttpMethod method) {
        return reply.stream() != null && !method.equals(HttpMethod.HEAD);
    }

    private static String date() {
        long second = System.currentTimeMillis() / 1_000;
        var current = stamp;
        if (current.second != second) {
            current = new Stamp(second, DATE.format(Instant.ofEpochSecond(second)));
            stamp = current;
        }
        return current.text;
    }

    private record Stamp(long second, String text) {}
}
