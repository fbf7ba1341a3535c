package chat.parley.load.sfu.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class AcceptanceTest {
    private static final String OFFER = """
            v=0
            o=- 1 1 IN IP4 127.0.0.1
            s=-
            t=0 0
            a=group:BUNDLE data a v
            m=application 9 UDP/DTLS/SCTP webrtc-datachannel
            a=mid:data
            a=sctp-port:5000
            m=audio 9 UDP/TLS/RTP/SAVPF 111 63
            a=mid:a
            a=sendonly
            a=rtpmap:111 opus/48000/2
            a=fmtp:111 minptime=10
            a=rtpmap:63 red/48000/2
            m=video 9 UDP/TLS/RTP/SAVPF 96
            a=mid:v
            a=inactive
            a=rtpmap:96 VP8/90000
            """.replace("\n", "\r\n");

    private final String answer = Acceptance.of(OFFER);

    @Test
    void every_section_is_answered_in_its_place() {
        var sections = answer.lines()
                .filter(it -> it.startsWith("m=") || it.startsWith("a=mid:"))
                .toList();
        assertEquals(
                "[m=application 0 UDP/DTLS/SCTP webrtc-datachannel, a=mid:data, m=audio 9 UDP/TLS/RTP/SAVPF 111, a=mid:a,"
                        + " m=video 9 UDP/TLS/RTP/SAVPF 96, a=mid:v]",
                sections.toString());
        assertTrue(answer.contains("a=group:BUNDLE data a v\r\n"));
    }

    @Test
    void voices_and_pictures_are_taken_in_their_first_codec() {
        assertTrue(answer.contains("a=rtpmap:111 opus/48000/2\r\na=fmtp:111 minptime=10\r\n"));
        assertFalse(answer.contains("red/48000"));
        assertEquals(1, answer.split("a=recvonly", -1).length - 1);
        assertEquals(1, answer.split("a=inactive", -1).length - 1, "what is not sent is not asked for");
    }
}
