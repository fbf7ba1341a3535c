package chat.parley.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.demux.Kind;
import chat.parley.media.forward.LayeredStream;
import chat.parley.media.rtp.Rtcp;
import chat.parley.media.rtp.RtpPacket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A whole call with one stream of three spatial layers, of which a viewer wants now these and now those.
final class SvcTest {
    private static final int PICTURE_MS = 33;

    private final RtpPacket packet = new RtpPacket();
    private final List<Integer> seen = new ArrayList<>();
    private boolean wanted = true;
    private int keyframes;
    private int last = -1;

    @ParameterizedTest
    @EnumSource(
            value = Codec.class,
            names = {"VP9", "AV1"})
    void a_viewer_gets_the_layers_that_it_wishes_and_key_pictures_are_asked_for_only_upwards(Codec codec) {
        var call = new Call(3);
        var stream = new LayeredStream(codec, false);
        var camera = camera(call);
        var viewer = viewer(call);
        call.engine.publish(camera.id, "1", codec, List.of());
        int ssrc = call.engine.subscribe(viewer.id, camera.id, "1", "3").ssrc();
        int asked = 0;
        for (int wish : new int[] {0, 2, 1, 2, 0, 1}) {
            call.engine.prefer(viewer.id, ssrc, wish, 9);
            int before = keyframes;
            play(call, stream, camera, viewer, 60);
            assertEquals(wish, highest(), "wish " + wish);
            assertEquals(wish, call.engine.stats(viewer.id, call.now).getFirst().layer());
            asked += keyframes - before;
        }
        assertTrue(asked <= 6, "key pictures: " + asked);
        call.engine.prefer(viewer.id, ssrc, -1, 9);
        play(call, stream, camera, viewer, 5);
        seen.clear();
        play(call, stream, camera, viewer, 20);
        assertEquals(List.of(), seen);
    }

    private int highest() {
        return seen.subList(Math.max(0, seen.size() - 30), seen.size()).stream()
                .mapToInt(it -> it)
                .max()
                .orElse(-1);
    }

    private void play(Call call, LayeredStream stream, Peer camera, Peer viewer, int pictures) {
        for (int i = 0; i < pictures; i++) {
            keyframes += wanted ? 1 : 0;
            for (var it : stream.picture(wanted)) {
                byte[] bytes = Arrays.copyOf(it.bytes(), it.bytes().length + 64);
                int length = camera.out.sealRtp(bytes, 0, it.length(), it.sequence());
                call.send(camera, Arrays.copyOf(bytes, length));
            }
            wanted = false;
            call.run(PICTURE_MS);
            call.send(camera, camera.check());
            call.send(viewer, viewer.check());
        }
    }

    private Peer camera(Call call) {
        var part = new Rtcp();
        Peer[] self = new Peer[1];
        self[0] = call.join("room", 10_001, (datagram, kind) -> {
            int clear = kind == Kind.RTCP ? self[0].in.openRtcp(datagram, 0, datagram.length) : -1;
            for (part.begin(datagram, 0, Math.max(clear, 0)); part.next(); ) {
                wanted |= part.type() == Rtcp.PAYLOAD_FEEDBACK && part.format() == Rtcp.PLI;
            }
        });
        return self[0];
    }

    private Peer viewer(Call call) {
        Peer[] self = new Peer[1];
        self[0] = call.join("room", 10_002, (datagram, kind) -> {
            if (kind == Kind.RTP && self[0].open(datagram, datagram.length, packet)) {
                assertTrue(last < 0 || (packet.sequence() - last & 0xffff) == 1, "no gap");
                last = packet.sequence();
                seen.add((int) packet.bytes()[packet.payloadAt() + LayeredStream.LAYER_AT]);
            }
        });
        return self[0];
    }
}
