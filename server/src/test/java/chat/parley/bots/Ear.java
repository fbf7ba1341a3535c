package chat.parley.bots;

import chat.parley.media.codec.Codec;
import chat.parley.media.net.client.MediaClient;
import chat.parley.media.net.dtls.Identity;
import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/// A person in a voice channel, as a browser is: hears by DTLS-SRTP, keeps every packet of sound, and can speak.
final class Ear implements AutoCloseable {
    private static final int OPUS = 111;
    private static final SecureRandom RANDOM = new SecureRandom();

    final List<String> heard = new CopyOnWriteArrayList<>();
    private final GatewayClient gateway;
    private final GatewayClient voice;
    private final MediaClient media;
    private final Thread listening;
    private final Thread answering;
    private volatile boolean closed;
    private final Object sending = new Object();
    private final int ssrc = RANDOM.nextInt();
    private int spoken;

    Ear(TestServer server, HttpCaller who, String guild, String channel) {
        this(server.gateway(), who, guild, channel);
    }

    Ear(URI at, HttpCaller who, String guild, String channel) {
        gateway = GatewayClient.connect(at);
        var ready = gateway.identify(who.token()).path("d");
        gateway.send(4, Map.of("guild_id", guild, "channel_id", channel, "self_mute", false, "self_deaf", false));
        var summons = gateway.event("VOICE_SERVER_UPDATE").path("d");
        voice = GatewayClient.connect(
                URI.create("wss://" + summons.path("endpoint").asString() + "?v=8"));
        voice.send(0, identity(ready, guild, summons));
        voice.send(1, Map.of("protocol", "webrtc"));
        String offer = voice.op(100).path("d").path("sdp").asString();
        try {
            media = new MediaClient(offer, Identity.create(RANDOM), RANDOM);
            voice.send(101, Map.of("sdp", media.answer(offer)));
            media.connect();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        answering = Thread.ofVirtual().start(this::answer);
        listening = Thread.ofVirtual().start(this::listen);
    }

    /// A copy: a part of the list itself could not be read while more is heard.
    List<String> heardSince(int count) {
        return heard.stream().skip(count).toList();
    }

    private static Map<String, Object> identity(JsonNode ready, String guild, JsonNode summons) {
        var identity = new HashMap<String, Object>();
        identity.put("server_id", guild);
        identity.put("user_id", ready.path("user").path("id").asString());
        identity.put("session_id", ready.path("session_id").asString());
        identity.put("token", summons.path("token").asString());
        identity.put("transport", "webrtc");
        return identity;
    }

    /// Whenever somebody comes or goes there is another offer.
    private void answer() {
        long beat = System.nanoTime();
        while (!closed) {
            for (var frame : voice.pending()) {
                if (frame.path("op").asInt() == 100) {
                    voice.send(
                            101,
                            Map.of(
                                    "sdp",
                                    media.answer(frame.path("d").path("sdp").asString())));
                }
            }
            if (System.nanoTime() - beat > 10_000_000_000L) {
                beat = System.nanoTime();
                voice.send(3, Map.of("t", 1, "seq_ack", 0));
                gateway.heartbeat(null);
            }
            Program.sleep();
        }
    }

    private void listen() {
        try {
            while (!closed) {
                synchronized (sending) {
                    for (var it = media.receive(System.nanoTime()); it != null; it = media.receive(System.nanoTime())) {
                        if (it.payloadType() == OPUS) {
                            int from = it.payloadAt();
                            heard.add(HexFormat.of()
                                    .formatHex(Arrays.copyOfRange(it.bytes(), from, from + it.payloadLength())));
                        }
                    }
                }
                Thread.sleep(5);
            }
        } catch (IOException gone) {
            heard.add("The line broke: " + gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Says this, at the pace of speech.
    void say(List<byte[]> packets) {
        try {
            for (byte[] packet : packets) {
                synchronized (sending) {
                    spoken++;
                    media.send(Codec.OPUS, "0", ssrc, spoken, 960L * spoken, false, packet);
                }
                Thread.sleep(20);
            }
        } catch (IOException gone) {
            throw new AssertionError(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            answering.join();
            listening.join();
            media.close();
        } catch (IOException | InterruptedException hurried) {
            throw new IllegalStateException(hurried);
        }
        voice.close();
        gateway.close();
    }
}
