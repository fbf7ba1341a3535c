package chat.parley.media.stun;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.testing.Hex;
import chat.parley.media.testing.Hostile;
import chat.parley.media.wire.Address;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// The vectors of RFC 5769, and what is not a STUN message.
final class StunTest {
    private static final Integrity PASSWORD = new Integrity("VOkJxbRl1RmTxUk/WvJxBt");
    private static final byte[] REQUEST = Hex.bytes("""
            00010058 2112a442 b7e7a701 bc34d686 fa87dfae
            80220010 5354554e 20746573 7420636c 69656e74
            00240004 6e0001ff 80290008 932ff9b1 51263b36
            00060009 6576746a 3a683676 59202020
            00080014 9aeaa70c bfd8cb56 781ef2b5 b2d3f249 c1b571a2
            80280004 e57a3bcf""");
    private static final byte[] ANSWER_V4 = Hex.bytes("""
            0101003c 2112a442 b7e7a701 bc34d686 fa87dfae
            8022000b 74657374 20766563 746f7220
            00200008 0001a147 e112a643
            00080014 2b91f599 fd9e90c3 8c7489f9 2af9ba53 f06be7d7
            80280004 c07d4c96""");
    private static final byte[] ANSWER_V6 = Hex.bytes("""
            01010048 2112a442 b7e7a701 bc34d686 fa87dfae
            8022000b 74657374 20766563 746f7220
            00200014 0002a147 0113a9fa a5d3f179 bc25f4b5 bed2b9d9
            00080014 a382954e 4be67bf1 1784c97c 8292c275 bfe3ed41
            80280004 c8fb0b4c""");

    @Test
    void the_request_of_rfc_5769_is_read() {
        var request = read(REQUEST);
        assertEquals(StunMessage.REQUEST, request.type());
        assertEquals("evtj:h6vY", request.username());
        assertEquals(0x6e00_01ffL, request.priority());
        assertTrue(request.controlled());
        assertFalse(request.controlling());
        assertFalse(request.usesCandidate());
        assertEquals(-1, request.unknownAttribute());
        assertTrue(request.isFrom(PASSWORD));
        assertFalse(request.isFrom(new Integrity("VOkJxbRl1RmTxUk/WvJxBT")));
    }

    @Test
    void the_answers_of_rfc_5769_are_read() {
        var four = read(ANSWER_V4);
        assertTrue(four.isFrom(PASSWORD));
        assertEquals("192.0.2.1:32853", String.valueOf(four.mappedAddress()));
        var six = read(ANSWER_V6);
        assertTrue(six.isFrom(PASSWORD));
        assertEquals("[2001:db8:1234:5678:11:2233:4455:6677]:32853", String.valueOf(six.mappedAddress()));
    }

    @Test
    void what_is_written_is_read() {
        byte[] transaction = Hex.bytes("b7e7a701 bc34d686 fa87dfae");
        for (var address : new Address[] {Address.v4(0xc000_0201, 32853), Address.v6(5, 6, 7)}) {
            var answer = read(new StunWriter(StunMessage.SUCCESS, transaction)
                    .mappedAddress(address)
                    .signed(PASSWORD));
            assertEquals(address, answer.mappedAddress());
            assertTrue(answer.isFrom(PASSWORD));
            assertArrayEquals(transaction, answer.transaction());
        }
        var request = read(new StunWriter(StunMessage.REQUEST, transaction)
                .username("a".repeat(300) + ":b")
                .priority(7)
                .useCandidate()
                .controlling(9)
                .signed(PASSWORD));
        assertEquals("a".repeat(300) + ":b", request.username());
        assertTrue(request.usesCandidate());
        assertTrue(request.controlling());
        var refusal = new StunWriter(StunMessage.ERROR, transaction)
                .error(487, "Role Conflict")
                .plain();
        assertEquals(487, read(refusal).errorCode());
    }

    @Test
    void any_turned_bit_is_noticed() {
        int fingerprint = REQUEST.length - 8;
        for (int bit = 0; bit < fingerprint * 8; bit++) {
            byte[] turned = REQUEST.clone();
            turned[bit / 8] ^= (byte) (1 << bit % 8);
            var message = StunMessage.read(turned, 0, turned.length);
            assertTrue(message == null || !message.isFrom(PASSWORD), "bit " + bit);
        }
    }

    @Test
    void attributes_behind_the_integrity_are_not_believed() {
        byte[] signed = new StunWriter(StunMessage.REQUEST, new byte[12])
                .username("a:b")
                .signed(PASSWORD);
        int integrityEnd = signed.length - 8;
        byte[] extended = Arrays.copyOf(signed, integrityEnd + 4);
        extended[integrityEnd] = 0;
        extended[integrityEnd + 1] = Attribute.USE_CANDIDATE;
        extended[integrityEnd + 2] = 0;
        extended[integrityEnd + 3] = 0;
        extended[3] = (byte) (extended[3] - 4);
        var message = read(extended);
        assertTrue(message.isFrom(PASSWORD));
        assertFalse(message.usesCandidate());
    }

    @Test
    void what_is_cut_off_is_no_message() {
        for (int length = 0; length < REQUEST.length; length++) {
            assertNull(StunMessage.read(REQUEST, 0, length));
        }
        assertNull(StunMessage.read(new byte[2000], 0, 2000));
    }

    @Test
    void any_bytes_are_answered() {
        Hostile.feed(2, StunTest::readAll, REQUEST, ANSWER_V4, ANSWER_V6);
    }

    private static void readAll(byte[] bytes, int offset, int length) {
        var message = StunMessage.read(bytes, offset, length);
        if (message != null) {
            var _ = message.username()
                    + message.priority()
                    + message.mappedAddress()
                    + message.errorCode()
                    + message.unknownAttribute()
                    + message.isFrom(PASSWORD);
        }
    }

    private static StunMessage read(byte[] bytes) {
        return requireNonNull(StunMessage.read(bytes, 0, bytes.length));
    }
}
