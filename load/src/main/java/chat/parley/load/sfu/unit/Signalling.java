package chat.parley.load.sfu.unit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A WebSocket that sends one message at a time and hands over whole ones.
final class Signalling implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final WebSocket socket;

    /// @param protocol the subprotocol, or an empty text
    /// @param onMessage is called with each message, one after the other
    Signalling(URI uri, String protocol, Consumer<byte[]> onMessage) throws IOException {
        var builder = HTTP.newWebSocketBuilder();
        if (!protocol.isEmpty()) {
            builder.subprotocols(protocol);
        }
        try {
            socket = builder.buildAsync(uri, new Ear(onMessage)).join();
        } catch (CompletionException failure) {
            throw new IOException(uri.getPath() + ": " + failure.getCause(), failure);
        }
    }

    /// From now on messages are handed over; before, nobody could answer them.
    void listen() {
        socket.request(1);
    }

    synchronized void send(String text) {
        socket.sendText(text, true).join();
    }

    synchronized void send(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static final class Ear implements WebSocket.Listener {
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();
        private final Consumer<byte[]> onMessage;

        Ear(Consumer<byte[]> onMessage) {
            this.onMessage = onMessage;
        }

        @Override
        public void onOpen(WebSocket socket) {
            // Nothing is asked for yet.
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence piece, boolean last) {
            return heard(socket, piece.toString().getBytes(StandardCharsets.UTF_8), last);
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer piece, boolean last) {
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            return heard(socket, bytes, last);
        }

        private @Nullable CompletionStage<?> heard(WebSocket socket, byte[] piece, boolean last) {
            message.writeBytes(piece);
            if (last) {
                byte[] whole = message.toByteArray();
                message.reset();
                onMessage.accept(whole);
            }
            socket.request(1);
            return null;
        }
    }
}
