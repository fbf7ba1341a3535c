package chat.parley.media.demux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import chat.parley.media.testing.Hostile;
import org.junit.jupiter.api.Test;

final class KindTest {
    @Test
    void the_first_byte_decides_by_rfc_7983() {
        for (int first = 0; first < 256; first++) {
            assertEquals(expected(first), of(first, 96, 20), "first byte " + first);
        }
    }

    @Test
    void rtcp_is_told_from_rtp_by_its_packet_type() {
        for (int type = 0; type < 256; type++) {
            assertEquals(type >= 192 && type <= 223 ? Kind.RTCP : Kind.RTP, of(0x80, type, 12));
        }
    }

    @Test
    void what_is_too_short_for_its_header_is_nobodys() {
        assertEquals(Kind.UNKNOWN, of(0, 1, 19));
        assertEquals(Kind.UNKNOWN, of(22, 1, 12));
        assertEquals(Kind.UNKNOWN, of(0x80, 96, 11));
        assertEquals(Kind.RTCP, of(0x80, 200, 8));
        assertEquals(Kind.UNKNOWN, Kind.of(new byte[0], 0, 0));
    }

    @Test
    void any_bytes_are_answered() {
        Hostile.feed(1, (bytes, offset, length) -> assertNotNull(Kind.of(bytes, offset, length)));
    }

    private static Kind expected(int first) {
        if (first < 4) {
            return Kind.STUN;
        }
        if (first >= 20 && first < 64) {
            return Kind.DTLS;
        }
        return first >= 128 && first < 192 ? Kind.RTP : Kind.UNKNOWN;
    }

    private static Kind of(int first, int second, int length) {
        byte[] bytes = new byte[length];
        bytes[0] = (byte) first;
        bytes[1] = (byte) second;
        return Kind.of(bytes, 0, length);
    }
}
