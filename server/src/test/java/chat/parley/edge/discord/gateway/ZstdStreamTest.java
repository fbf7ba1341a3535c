package chat.parley.edge.discord.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import chat.parley.base.json.Json;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `compress=zstd-stream` over a real socket, read by libzstd with one decoder for the whole connection.
final class ZstdStreamTest {
    @Test
    void a_connection_is_one_frame_from_hello_on() throws InterruptedException {
        try (var house = new House();
                var decoder = new ZstdDecompressCtx()) {
            var anna = house.person("anna");
            var guild = house.guild(anna, "Garden");
            var messages = new LinkedBlockingQueue<byte[]>();
            var socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(house.address("&compress=zstd-stream"), new Receiver(messages))
                    .join();
            assertEquals(10, next(messages, decoder).path("op").asInt());
            var identify = Map.of("op", 2, "d", Map.of("token", anna.token(), "properties", Map.of()));
            socket.sendText(Json.text(identify), true).join();
            assertEquals("READY", next(messages, decoder).path("t").asString());
            for (int i = 0; i < 50; i++) {
                String text = "message " + i + " with words ".repeat(i);
                house.post(anna, house.general(guild), text);
                var event = next(messages, decoder);
                while (!event.path("t").asString("").equals("MESSAGE_CREATE")) {
                    event = next(messages, decoder);
                }
                assertEquals(text.strip(), event.path("d").path("content").asString());
            }
            socket.abort();
        }
    }

    private static JsonNode next(LinkedBlockingQueue<byte[]> messages, ZstdDecompressCtx decoder)
            throws InterruptedException {
        byte[] bytes = messages.poll(15, TimeUnit.SECONDS);
        assertNotNull(bytes);
        var in = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        var out = new ByteArrayOutputStream();
        var part = ByteBuffer.allocateDirect(4_096);
        do {
            decoder.decompressDirectByteBufferStream(part.clear(), in);
            byte[] read = new byte[part.flip().remaining()];
            part.get(read);
            out.writeBytes(read);
        } while (in.hasRemaining() || part.limit() == part.capacity());
        return Json.tree(out.toByteArray());
    }

    private record Receiver(LinkedBlockingQueue<byte[]> messages, ByteArrayOutputStream begun)
            implements WebSocket.Listener {
        Receiver(LinkedBlockingQueue<byte[]> messages) {
            this(messages, new ByteArrayOutputStream());
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            begun.writeBytes(bytes);
            if (last) {
                messages.add(begun.toByteArray());
                begun.reset();
            }
            from.request(1);
            return null;
        }
    }
}
