package chat.parley.edge.discord.gateway;

import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.gateway.wire.CloseCode;
import chat.parley.edge.discord.gateway.wire.Encoding;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionUtil;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a client asks for when it opens the socket: `?v=10&encoding=json&compress=zstd-stream`, and the
/// extensions it offers.
///
/// @param refusal why the connection ends at once, after the handshake so that the client can read it
/// @param browser only browsers name an origin; they get the heartbeat interval of people's clients, because
///     HELLO comes before anybody has identified
record Handshake(Encoding encoding, @Nullable CloseCode refusal, boolean browser, boolean tls, String host) {
    private static final String EXTENSION = "permessage-deflate";
    private static final int PERSON_HEARTBEAT_MS = 30_000;
    private static final int BOT_HEARTBEAT_MS = 41_250;
    private static final WebSocketDecoderConfig PLAIN = decoder(false);
    private static final WebSocketDecoderConfig DEFLATED = decoder(true);

    static Handshake of(HttpRequest request) {
        var query = new QueryStringDecoder(request.uri()).parameters();
        String version = first(query.get("v"), "10");
        String encoding = first(query.get("encoding"), "json");
        String compress = first(query.get("compress"), "");
        var refusal = version.equals("10") || version.equals("9") ? null : CloseCode.INVALID_VERSION;
        if (refusal == null && !encoding.equals("json")) {
            refusal = CloseCode.DECODE_ERROR;
        }
        return new Handshake(
                switch (compress) {
                    case "zlib-stream" -> Encoding.ZLIB_STREAM;
                    case "zstd-stream" -> Encoding.ZSTD_STREAM;
                    default -> offersDeflate(request.headers()) ? Encoding.MESSAGE_DEFLATE : Encoding.PLAIN;
                },
                refusal,
                request.headers().contains(HttpHeaderNames.ORIGIN),
                "https".equalsIgnoreCase(request.headers().get("X-Forwarded-Proto")),
                // Thousands of connections hold it, and few differ.
                request.headers().get(HttpHeaderNames.HOST, "localhost").intern());
    }

    long heartbeatMs() {
        return browser ? PERSON_HEARTBEAT_MS : BOT_HEARTBEAT_MS;
    }

    /// Where the client has found the gateway.
    String ownUrl() {
        return (tls ? "wss://" : "ws://") + host + "/gateway";
    }

    boolean deflates() {
        return encoding == Encoding.MESSAGE_DEFLATE;
    }

    /// Neither side keeps a compression context between messages (RFC 7692, section 7.1.1): the server's
    /// messages are the same for all, and the client's are few.
    void answer(HttpHeaders headers) {
        if (deflates()) {
            headers.set(
                    HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS,
                    EXTENSION + "; server_no_context_takeover; client_no_context_takeover");
        }
    }

    WebSocketDecoderConfig decoder() {
        return deflates() ? DEFLATED : PLAIN;
    }

    /// Violations are answered by our own close frame, since Netty's encoder is not in the pipeline.
    private static WebSocketDecoderConfig decoder(boolean extensions) {
        return WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(Limits.GATEWAY_FRAME_MAX_BYTES)
                .allowExtensions(extensions)
                .closeOnProtocolViolation(false)
                .build();
    }

    /// An offer that limits our window cannot be taken: the shared bytes may reach back 32 KB.
    private static boolean offersDeflate(HttpHeaders headers) {
        for (String header : headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS)) {
            for (var offer : WebSocketExtensionUtil.extractExtensions(header)) {
                if (offer.name().equalsIgnoreCase(EXTENSION)
                        && !offer.parameters().containsKey("server_max_window_bits")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String first(@Nullable List<String> values, String otherwise) {
        return values == null || values.isEmpty() ? otherwise : values.getFirst();
    }
}
