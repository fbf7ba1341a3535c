package chat.parley.edge.http;

import chat.parley.base.limit.Limits;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;

/// Netty's decoder, made to refuse what a proxy before us may read differently: that is how requests are
/// smuggled (RFC 9112 §6.3, §11.2).
final class StrictDecoder extends HttpRequestDecoder {
    static final int FINE = 0;

    StrictDecoder() {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(Limits.HTTP_URL_MAX_BYTES)
                .setMaxHeaderSize(Limits.HTTP_HEADER_MAX_BYTES)
                .setStrictLineParsing(true)
                .setAllowDuplicateContentLengths(false));
    }

    /// Netty would drop the length and go on.
    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("Both Content-Length and Transfer-Encoding");
    }

    /// The status with which a request's head must be refused, or [#FINE].
    static int fault(HttpRequest request) {
        var decoded = request.decoderResult();
        if (decoded.isFailure()) {
            return status(decoded);
        }
        var version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            return 505;
        }
        var headers = request.headers();
        int hosts = headers.getAll(HttpHeaderNames.HOST).size();
        if (hosts > 1 || (hosts == 0 && version.equals(HttpVersion.HTTP_1_1))) {
            return 400;
        }
        var codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (!codings.isEmpty()
                && (codings.size() > 1
                        || !codings.getFirst().equalsIgnoreCase("chunked")
                        || version.equals(HttpVersion.HTTP_1_0))) {
            return 400;
        }
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        if (length != null && (length.isEmpty() || !length.chars().allMatch(c -> c >= '0' && c <= '9'))) {
            return 400;
        }
        String expected = headers.get(HttpHeaderNames.EXPECT);
        if (expected != null && !expected.equalsIgnoreCase("100-continue")) {
            return 417;
        }
        return request.uri().startsWith("/")
                        || request.uri().contains("://")
                        || request.uri().equals("*")
                ? FINE
                : 400;
    }

    private static int status(DecoderResult decoded) {
        return switch (decoded.cause()) {
            case TooLongHttpLineException _ -> 414;
            case TooLongHttpHeaderException _ -> 431;
            default -> 400;
        };
    }
}
