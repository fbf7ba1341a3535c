package chat.parley.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.demux.Kind;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.send.Priority;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who is seen because they speak.
final class SpeakerTest {
    private static final byte[] PICTURE = {(byte) 0x10, 0, 1, 2, 3};

    private final Call call = new Call(21);
    private final List<Peer> people = new ArrayList<>();
    private final int[] pictures = new int[3];
    private final int[] ssrcs = new int[3];
    private long number = 7_000;

    @Test
    void the_floor_is_told_and_the_last_speakers_are_shown() {
        Peer[] self = new Peer[1];
        var packet = new RtpPacket();
        self[0] = call.join("room", 10_100, (datagram, kind) -> {
            if (kind == Kind.RTP && self[0].open(datagram, datagram.length, packet)) {
                for (int i = 0; i < ssrcs.length; i++) {
                    pictures[i] += packet.ssrc() == ssrcs[i] ? 1 : 0;
                }
            }
        });
        for (int i = 0; i < 3; i++) {
            var person = call.join("room", 10_001 + i, (_, _) -> {});
            people.add(person);
            call.engine.publish(person.id, "0", Codec.OPUS, List.of());
            call.engine.publish(person.id, "1", Codec.VP8, List.of());
            ssrcs[i] =
                    call.engine.subscribe(self[0].id, person.id, "1", "3" + i).ssrc();
        }
        call.engine.cameras(self[0].id, 1);
        shown(0, "before anybody spoke it is who came first", true, false, false);
        speak(2);
        shown(2, "the speaker", false, false, true);
        speak(1);
        shown(1, "the next", false, true, false);
        call.engine.prioritise(self[0].id, ssrcs[0], Priority.PINNED);
        shown(1, "pinned ones come beside", true, true, false);
        call.engine.cameras(self[0].id, 0);
        shown(1, "none but the pinned", true, false, false);
        call.engine.cameras(self[0].id, Integer.MAX_VALUE);
        shown(1, "all again", true, true, true);
        call.engine.cameras(self[0].id, 0);
        shown(1, "none but the pinned", true, false, false);
        var floors = call.events.stream()
                .filter(it -> it instanceof Output.Event.Speaker)
                .map(Output.Event::participant)
                .toList();
        assertEquals(List.of(people.get(2).id, people.get(1).id), floors);
        call.run(3_000);
        assertTrue(call.events.contains(new Output.Event.Wanted(people.get(2).id, "1", -1)), "nobody sees it");
    }

    @Test
    void a_favoured_voice_is_heard_beside_the_five_loudest() {
        int[] heard = new int[6];
        Peer[] self = new Peer[1];
        var packet = new RtpPacket();
        int[] voices = new int[6];
        self[0] = call.join("room", 10_100, (datagram, kind) -> {
            if (kind == Kind.RTP && self[0].open(datagram, datagram.length, packet)) {
                for (int i = 0; i < voices.length; i++) {
                    heard[i] += packet.ssrc() == voices[i] ? 1 : 0;
                }
            }
        });
        for (int i = 0; i < 6; i++) {
            var person = call.join("room", 10_001 + i, (_, _) -> {});
            people.add(person);
            call.engine.publish(person.id, "0", Codec.OPUS, List.of());
            voices[i] =
                    call.engine.subscribe(self[0].id, person.id, "0", "3" + i).ssrc();
        }
        talk();
        assertEquals(0, heard[5], "five are heard");
        call.engine.ungate(people.get(5).id, "0", true);
        talk();
        assertEquals(10, heard[5]);
        assertEquals(20, heard[4], "and nobody has lost their place");
        call.engine.ungate(people.get(5).id, "0", false);
        talk();
        assertEquals(10, heard[5]);
    }

    private void talk() {
        for (int i = 0; i < 10; i++) {
            number++;
            for (int person = 0; person < 6; person++) {
                var peer = people.get(person);
                call.send(peer, peer.media(Codec.OPUS, "0", "", 100 + person, number, new byte[40]));
            }
            call.run(20);
        }
    }

    private void speak(int who) {
        for (int i = 0; i < 50; i++) {
            call.send(people.get(who), people.get(who).media(Codec.OPUS, "0", "", 100 + who, ++number, new byte[40]));
            call.run(20);
        }
    }

    private void shown(int who, String why, boolean... expected) {
        call.run(50);
        Arrays.fill(pictures, 0);
        for (int i = 0; i < 10; i++) {
            number++;
            for (int person = 0; person < 3; person++) {
                var peer = people.get(person);
                call.send(peer, peer.media(Codec.VP8, "1", "", 200 + person, number, PICTURE));
            }
            call.run(20);
        }
        for (int person = 0; person < 3; person++) {
            assertEquals(expected[person], pictures[person] > 0, why + ", " + person + " while " + who + " speaks");
        }
    }
}
