package chat.parley.voice.record;

import chat.parley.media.codec.Codec;
import chat.parley.media.net.client.MediaClient;
import chat.parley.media.net.dtls.Identity;
import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import chat.parley.voice.record.Film.Shot;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import tools.jackson.databind.JsonNode;

/// Somebody in a voice channel who sends real sealed packets.
public final class Talker implements AutoCloseable {
    private static final byte[] VOICE = {(byte) 0xf8, 1, 2, 3, 4, 5, 6, 7};

    private final GatewayClient gateway;
    private GatewayClient voice;
    private final URI voiceGateway;
    private final Map<String, Object> pass;
    private int seq;
    private final MediaClient media;
    private final Queue<JsonNode> early = new ArrayDeque<>();
    private long number;

    public Talker(TestServer server, HttpCaller caller, String guild, String channel) throws IOException {
        this(server.http(), caller, guild, channel);
    }

    /// @param http where the server is
    Talker(URI http, HttpCaller caller, String guild, String channel) throws IOException {
        String user = caller.get("/users/@me").expected().path("id").asString();
        gateway = GatewayClient.connect(socket(http, "/gateway?v=10&encoding=json"));
        String session =
                gateway.identify(caller.token()).path("d").path("session_id").asString();
        var place = new HashMap<String, Object>(Map.of("guild_id", guild, "channel_id", channel));
        place.putAll(Map.of("self_mute", false, "self_deaf", false, "self_video", true, "self_stream", true));
        gateway.send(4, place);
        String token =
                gateway.event("VOICE_SERVER_UPDATE").path("d").path("token").asString();
        pass = Map.of("server_id", guild, "user_id", user, "session_id", session, "token", token);
        voiceGateway = socket(http, "/voice?v=8");
        voice = GatewayClient.connect(voiceGateway);
        var identity = new HashMap<>(pass);
        identity.put("transport", "webrtc");
        voice.send(0, identity);
        voice.op(2);
        voice.send(1, Map.of("protocol", "webrtc"));
        String offer = offer();
        media = new MediaClient(offer, Identity.create(new SecureRandom()), new SecureRandom());
        voice.send(101, Map.of("sdp", media.answer(offer)));
        media.connect();
    }

    private static URI socket(URI http, String path) {
        return URI.create(http.toString().replaceFirst("http", "ws") + path);
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

    /// Speaks what ffmpeg made, as fast as it was spoken.
    void speak(List<Shot> shots) throws IOException, InterruptedException {
        play(Codec.OPUS, "0", 7, shots);
    }

    /// Shows a screen in this codec.
    void show(Codec codec, List<Shot> shots) throws IOException, InterruptedException {
        voice.send(102, Map.of("source", "screen"));
        var offer = voice.op(100).path("d");
        String mid = "";
        for (var it : offer.path("outgoing")) {
            mid = it.path("source").asString().equals("screen") ? it.path("mid").asString() : mid;
        }
        String answer = media.answer(offer.path("sdp").asString());
        voice.send(101, Map.of("sdp", answer.replaceAll("(m=video 9 \\S+) \\d+", "$1 " + codec.payloadType)));
        // A browser would be asked for another key frame; ffmpeg cannot be.
        Thread.sleep(400);
        play(codec, mid, 70 + codec.payloadType, shots);
        voice.send(103, Map.of("source", "screen"));
        String after = voice.op(100).path("d").path("sdp").asString();
        voice.send(101, Map.of("sdp", media.answer(after)));
    }

    private void play(Codec codec, String mid, int ssrc, List<Shot> shots) throws IOException, InterruptedException {
        long first = shots.getFirst().timestamp();
        long began = System.nanoTime();
        long count = 0;
        for (var shot : shots) {
            long due = (shot.timestamp() - first) * 1_000_000_000L / codec.clockRate;
            Thread.sleep(Math.max(0, began + due - System.nanoTime()) / 1_000_000);
            media.send(codec, mid, ssrc, ++count, shot.timestamp(), shot.last(), shot.payload());
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

    /// Whether the server has said anything of a recording until now.
    boolean toldAnything() {
        voice.send(110, Map.of());
        while (true) {
            int op = voice.next().path("op").asInt();
            if (op == 110 || op == 120) {
                return op == 120 || !early.isEmpty();
            }
        }
    }

    /// Sends one packet of a voice, which counts them.
    public void send(int number) throws IOException {
        media.send(Codec.OPUS, "0", 7, number, 960L * number, false, new byte[] {(byte) 0xf8, (byte) number, 1});
    }

    /// What is said to it meanwhile; it answers offers.
    public List<JsonNode> heed() {
        var frames = voice.pending();
        for (var it : frames) {
            seq = Math.max(seq, it.path("seq").asInt(0));
            if (it.path("op").asInt() == 100) {
                answer(it.path("d").path("sdp").asString());
            }
        }
        return frames;
    }

    public void answer(String offer) {
        voice.send(101, Map.of("sdp", media.answer(offer)));
    }

    public void say(int op, Object d) {
        voice.send(op, d);
    }

    /// Waits for it, and does not answer.
    public JsonNode awaited(int op) {
        var frame = voice.op(op);
        seq = Math.max(seq, frame.path("seq").asInt(0));
        return frame.path("d");
    }

    /// The numbers of the voice's packets that came.
    public void hear(List<Integer> numbers) throws IOException {
        for (var it = media.receive(System.nanoTime()); it != null; it = media.receive(System.nanoTime())) {
            if (it.payloadType() == Codec.OPUS.payloadType && it.payloadLength() == 3) {
                numbers.add(it.bytes()[it.payloadAt() + 1] & 0xff);
            }
        }
    }

    /// The voice socket breaks; the media does not.
    public void cut() {
        voice.cut();
    }

    /// Goes on by another socket where the first was cut.
    public void resume() {
        voice = GatewayClient.connect(voiceGateway);
        var resumption = new HashMap<>(pass);
        resumption.put("seq_ack", seq);
        voice.send(7, resumption);
        voice.op(9);
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
