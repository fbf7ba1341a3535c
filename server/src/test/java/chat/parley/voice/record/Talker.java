package chat.parley.voice.record;

import chat.parley.media.codec.Codec;
import chat.parley.media.net.client.MediaClient;
import chat.parley.media.net.dtls.Identity;
import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import tools.jackson.databind.JsonNode;

/// Somebody in a voice channel who sends real sealed packets.
final class Talker implements AutoCloseable {
    private static final byte[] VOICE = {(byte) 0xf8, 1, 2, 3, 4, 5, 6, 7};

    private final GatewayClient gateway;
    private final GatewayClient voice;
    private final MediaClient media;
    private final Queue<JsonNode> early = new ArrayDeque<>();
    private long number;

    Talker(TestServer server, HttpCaller caller, String guild, String channel) throws IOException {
        String user = caller.get("/users/@me").expected().path("id").asString();
        gateway = GatewayClient.connect(server.gateway());
        String session =
                gateway.identify(caller.token()).path("d").path("session_id").asString();
        gateway.send(4, Map.of("guild_id", guild, "channel_id", channel, "self_mute", false, "self_deaf", false));
        String token =
                gateway.event("VOICE_SERVER_UPDATE").path("d").path("token").asString();
        voice = GatewayClient.connect(URI.create(server.http().toString().replaceFirst("http", "ws") + "/voice?v=8"));
        voice.send(
                0,
                Map.of(
                        "server_id",
                        guild,
                        "user_id",
                        user,
                        "session_id",
                        session,
                        "token",
                        token,
                        "transport",
                        "webrtc"));
        voice.op(2);
        voice.send(1, Map.of("protocol", "webrtc"));
        String offer = offer();
        media = new MediaClient(offer, Identity.create(new SecureRandom()), new SecureRandom());
        voice.send(101, Map.of("sdp", media.answer(offer)));
        media.connect();
    }

    /// Whoever comes into a recording is told of it before the offer.
    private String offer() {
        while (true) {
            var frame = voice.next();
            switch (frame.path("op").asInt()) {
                case 100 -> {
                    return frame.path("d").path("sdp").asString();
                }
                case 120 -> early.add(frame);
                default -> {}
            }
        }
    }

    /// Sends packets of 20 ms as fast as is allowed.
    void talk(int packets) throws IOException, InterruptedException {
        for (int i = 0; i < packets; i++) {
            number++;
            media.send(Codec.OPUS, "0", 7, number, 960 * number, false, VOICE);
            Thread.sleep(5);
        }
    }

    /// What the server says of the recording next.
    JsonNode told() {
        var frame = early.isEmpty() ? voice.op(120) : early.remove();
        return frame.path("d");
    }

    JsonNode told(String state) {
        for (int i = 0; i < 20; i++) {
            var told = told();
            if (told.path("state").asString().equals(state)) {
                return told;
            }
        }
        throw new AssertionError("never " + state);
    }

    void consent(boolean agree) {
        voice.send(121, Map.of("agree", agree));
    }

    int closeCode() {
        return voice.closeCode();
    }

    @Override
    public void close() throws IOException {
        media.close();
        voice.close();
        gateway.close();
    }
}
