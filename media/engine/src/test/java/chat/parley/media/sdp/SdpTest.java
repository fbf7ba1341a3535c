package chat.parley.media.sdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.ice.Credentials;
import chat.parley.media.wire.Address;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SdpTest {
    private static final String FINGERPRINT = String.join(":", Collections.nCopies(32, "AB"));
    /// What Chromium answers to such an offer, shortened.
    private static final String ANSWER = String.join(
            "\r\n",
            List.of(
                    "v=0",
                    "o=- 4611731400430051336 2 IN IP4 127.0.0.1",
                    "s=-",
                    "t=0 0",
                    "a=group:BUNDLE 0 1 2",
                    "m=audio 9 UDP/TLS/RTP/SAVPF 111 63",
                    "c=IN IP4 0.0.0.0",
                    "a=ice-ufrag:F7gI",
                    "a=ice-pwd:x9cml/YzichV2+XlhiMu8g",
                    "a=fingerprint:sha-256 " + FINGERPRINT.toLowerCase(Locale.ROOT),
                    "a=setup:active",
                    "a=mid:0",
                    "a=sendonly",
                    "m=video 9 UDP/TLS/RTP/SAVPF 96 97",
                    "a=ice-ufrag:F7gI",
                    "a=setup:active",
                    "a=mid:1",
                    "a=sendonly",
                    "a=rid:q send",
                    "a=rid:h send",
                    "a=simulcast:send q;~h",
                    "m=video 0 UDP/TLS/RTP/SAVPF 45",
                    "a=mid:2",
                    "a=recvonly",
                    ""));

    private final Credentials credentials = Credentials.random(new Random(1));

    @Test
    void an_offer_says_bundle_lite_passive_and_how_to_reach_us() {
        var text = offer(List.of(new Section("0", List.of(Codec.OPUS, Codec.RED), new Section.Use.Receive(List.of()))))
                .text();
        for (var line : List.of(
                "a=group:BUNDLE 0",
                "a=ice-lite",
                "m=audio 9 UDP/TLS/RTP/SAVPF 111 63",
                "a=setup:passive",
                "a=rtcp-mux",
                "a=ice-ufrag:" + credentials.fragment(),
                "a=rtpmap:111 opus/48000/2",
                "a=fmtp:63 111/111",
                "a=extmap:4 urn:ietf:params:rtp-hdrext:ssrc-audio-level",
                "a=candidate:1 1 udp 2130706431 192.0.2.1 10000 typ host",
                "a=candidate:2 1 tcp 1526726399 192.0.2.1 10000 typ host tcptype passive",
                "a=recvonly")) {
            assertTrue(text.contains("\r\n" + line + "\r\n"), line + " in\n" + text);
        }
        assertFalse(text.contains("a=simulcast"));
    }

    @Test
    void a_camera_is_received_in_layers_and_sent_under_our_sources() {
        var text = offer(List.of(
                        new Section(
                                "1", List.of(Codec.VP8, Codec.AV1), new Section.Use.Receive(List.of("q", "h", "f"))),
                        new Section("2", List.of(Codec.VP8), new Section.Use.Send("user7", "camera", -1, 5)),
                        new Section("3", List.of(Codec.VP8), new Section.Use.Inactive())))
                .text();
        for (var line : List.of(
                "a=group:BUNDLE 1 2 3",
                "m=video 9 UDP/TLS/RTP/SAVPF 96 97 45 46",
                "a=simulcast:recv q;h;f",
                "a=rid:h recv",
                "a=fmtp:46 apt=45",
                "a=rtcp-fb:96 nack pli",
                "a=msid:user7 camera",
                "a=ssrc-group:FID 4294967295 5",
                "a=inactive")) {
            assertTrue(text.contains("\r\n" + line + "\r\n"), line + " in\n" + text);
        }
    }

    @Test
    void names_cannot_smuggle_lines_in() {
        assertThrows(IllegalArgumentException.class, () -> new Section.Use.Send("a\r\na=inactive", "b", 1, 2));
        assertThrows(IllegalArgumentException.class, () -> new Section.Use.Receive(List.of("q;h")));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Section("0 1", List.of(Codec.VP8), new Section.Use.Inactive()));
        var twice = new Section("0", List.of(Codec.VP8), new Section.Use.Inactive());
        assertThrows(IllegalArgumentException.class, () -> offer(List.of(twice, twice)));
    }

    @Test
    void what_chromium_answers_is_read() {
        var answer = Answer.read(ANSWER);
        assertEquals("F7gI", answer.fragment());
        assertEquals(FINGERPRINT, answer.fingerprint());
        assertEquals(
                List.of(
                        new Answer.Media("0", false, true, false, Codec.OPUS, List.of()),
                        new Answer.Media("1", false, true, false, Codec.VP8, List.of("q", "h")),
                        new Answer.Media("2", true, false, false, Codec.AV1, List.of())),
                answer.media());
    }

    @Test
    void what_is_no_answer_to_us_is_refused_with_a_reason() {
        for (var bad : List.of(
                "",
                "v=0\r\n",
                ANSWER.replace("setup:active", "setup:actpass"),
                ANSWER.replace("a=ice-ufrag:F7gI", "a=x"),
                ANSWER.replace("sha-256", "md5"),
                ANSWER.replace("a=mid:2", "a=nothing"),
                ANSWER.replace("m=video 9 UDP/TLS/RTP/SAVPF 96 97", "m=video"))) {
            assertThrows(Answer.Unusable.class, () -> Answer.read(bad));
        }
    }

    @Test
    void any_text_is_answered() {
        var random = new Random(3);
        var lines = ANSWER.lines().toList();
        for (int round = 0; round < 20_000; round++) {
            var shuffled = new ArrayList<>(lines.subList(1, lines.size()));
            Collections.shuffle(shuffled, random);
            var text = new StringBuilder(
                    "v=0\n" + String.join("\n", shuffled.subList(0, random.nextInt(shuffled.size()))));
            for (int i = random.nextInt(5); i > 0; i--) {
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(128));
            }
            try {
                assertTrue(Answer.read(text.toString()).media().size() < 10);
            } catch (Answer.Unusable refused) {
                assertFalse(String.valueOf(refused.getMessage()).isEmpty());
            }
        }
    }

    private Offer offer(List<Section> sections) {
        var here = Address.v4(0xc000_0201, 10_000);
        return new Offer(7, 1, credentials, FINGERPRINT, List.of(here, here.overStream()), sections);
    }
}
