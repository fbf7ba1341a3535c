package chat.parley.media.rtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.testing.Hex;
import chat.parley.media.testing.Hostile;
import chat.parley.media.testing.Packets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RtpPacketTest {
    private final RtpPacket packet = new RtpPacket();

    @Test
    void the_header_of_rfc_3550_is_read() {
        read("b2e0 1234 89abcdef 01020304 0a0a0a0a 0b0b0b0b bede0001 40ff0000 aabbcc 00000003");
        assertTrue(packet.marker());
        assertEquals(96, packet.payloadType());
        assertEquals(0x1234, packet.sequence());
        assertEquals(0x89ab_cdefL, packet.timestamp());
        assertEquals(0x0102_0304, packet.ssrc());
        assertEquals(28, packet.payloadAt());
        assertEquals(3, packet.padding());
        assertEquals(4, packet.payloadLength());
        assertEquals(127, Extension.audioLevel(packet));
        assertTrue(Extension.voice(packet));
    }

    /// The example of RFC 8285 section 4.2: elements of one, two and four bytes with padding between.
    @Test
    void one_byte_extensions_of_rfc_8285_are_read() {
        read("9060 0001 00000000 00000001 bede0003 10aa 21bb bb00 0033 cccc cccc");
        assertEquals(1, packet.extensionLength(1));
        assertEquals(0xaa, packet.bytes()[packet.extensionAt(1)] & 0xff);
        assertEquals(2, packet.extensionLength(2));
        assertEquals(4, packet.extensionLength(3));
        assertEquals(-1, packet.extensionAt(4));
        assertEquals(0, packet.payloadLength());
    }

    /// The example of RFC 8285 section 4.3: elements of zero, one and four bytes.
    @Test
    void two_byte_extensions_of_rfc_8285_are_read() {
        read("9060 0001 00000000 00000001 1000 0003 0100 0201 bb00 0304 cccc cccc 00 00");
        assertTrue(packet.has(1));
        assertEquals(0, packet.extensionLength(1));
        assertEquals(1, packet.extensionLength(2));
        assertEquals(4, packet.extensionLength(3));
    }

    @Test
    void id_fifteen_ends_the_one_byte_form_and_an_unknown_profile_is_skipped() {
        read("9060 0001 00000000 00000001 bede0002 10aa f000 20bb 0000");
        assertTrue(packet.has(1));
        assertFalse(packet.has(2));
        read("9060 0001 00000000 00000001 abac0001 10aa 0000 77");
        assertFalse(packet.has(1));
        assertEquals(1, packet.payloadLength());
    }

    @Test
    void an_element_that_does_not_fit_is_not_read() {
        read("9060 0001 00000000 00000001 bede0001 10aa 2fbb 55");
        assertTrue(packet.has(1));
        assertFalse(packet.has(2));
    }

    @Test
    void what_is_no_packet_is_refused() {
        for (var bad : new String[] {
            "8060",
            "4060 0001 00000000 00000001",
            "8f60 0001 00000000 00000001",
            "9060 0001 00000000 00000001 bede",
            "9060 0001 00000000 00000001 bede0001",
            "a060 0001 00000000 00000001 00",
            "a060 0001 00000000 00000001 0005"
        }) {
            byte[] bytes = Hex.bytes(bad);
            assertFalse(packet.read(bytes, 0, bytes.length), bad);
        }
    }

    @Test
    void what_is_written_is_read() {
        var writer = new RtpWriter();
        byte[] bytes = new byte[200];
        byte[] payload = {1, 2, 3, 4, 5};
        int length = writer.begin(bytes, 3, 111, true)
                .numbers(0xfffe, 0xffff_fff0L, -5)
                .extension(Extension.MID.id, new byte[] {'a', 'u'}, 0, 2)
                .extension8(Extension.AUDIO_LEVEL.id, 0x85)
                .extension16(Extension.TRANSPORT_SEQUENCE.id, 0xabcd)
                .extension24(Extension.ABSOLUTE_SEND_TIME.id, Extension.absoluteSendTime(1_500_000_000L))
                .payload(payload, 0, payload.length);
        assertTrue(packet.read(bytes, 3, length));
        assertEquals("au", Extension.MID.text(packet));
        assertEquals(5, Extension.audioLevel(packet));
        assertEquals(0xabcd, Extension.transportSequence(packet));
        assertEquals(0x06_0000, Extension.absoluteSendTime(packet));
        assertEquals(-1, Extension.playoutDelay(packet));
        assertEquals(-5, packet.ssrc());
        int at = packet.payloadAt();
        assertArrayEquals(payload, Arrays.copyOfRange(bytes, at, at + packet.payloadLength()));
    }

    @Test
    void long_extensions_take_the_two_byte_form_and_padding_has_no_payload() {
        var writer = new RtpWriter();
        byte[] bytes = new byte[400];
        byte[] descriptor = new byte[60];
        new Random(1).nextBytes(descriptor);
        int length = writer.begin(bytes, 0, 45, false)
                .longExtensions()
                .extension(8, descriptor, 0, 60)
                .extension16(5, 7)
                .padding(255);
        assertTrue(packet.read(bytes, 0, length));
        assertEquals(60, packet.extensionLength(8));
        assertEquals(7, Extension.transportSequence(packet));
        assertEquals(0, packet.payloadLength());
        assertEquals(255, packet.padding());
    }

    @Test
    void a_retransmission_is_turned_back_into_the_packet() {
        byte[] lost = Packets.shaped(77, 0x8001, new Random(6));
        byte[] original = Arrays.copyOf(lost, lost.length);
        assertTrue(packet.read(lost, 0, lost.length));
        int at = packet.payloadAt();
        byte[] rtx = new byte[lost.length + 2];
        System.arraycopy(lost, 0, rtx, 0, at);
        rtx[1] = (byte) ((rtx[1] & 0x80) | 97);
        rtx[2] = 9;
        rtx[at] = (byte) 0x80;
        rtx[at + 1] = 1;
        System.arraycopy(lost, at, rtx, at + 2, lost.length - at);
        assertTrue(packet.read(rtx, 0, rtx.length));
        assertEquals(0x8001, Rtx.original(packet));
        int length = Rtx.restore(packet, original[1] & 0x7f, 77);
        assertArrayEquals(original, Arrays.copyOf(rtx, length));
    }

    @Test
    void the_primary_block_of_red_is_found() {
        read("8060 0001 00000000 00000001 ef000002 6f aabb ccdd");
        assertEquals(111, Red.primaryType(packet));
        assertEquals(12 + 4 + 1 + 2, Red.primaryAt(packet));
        read("8060 0001 00000000 00000001 6f cc");
        assertEquals(13, Red.primaryAt(packet));
        read("8060 0001 00000000 00000001 ef0003ff 6f aabb");
        assertEquals(-1, Red.primaryAt(packet));
    }

    @Test
    void any_bytes_are_answered() {
        var random = new Random(8);
        Hostile.feed(7, this::readAll, Packets.shaped(1, 2, random), Packets.shaped(1, 2, random), extended());
    }

    private void readAll(byte[] bytes, int offset, int length) {
        if (!packet.read(bytes, offset, length)) {
            return;
        }
        assertTrue(packet.payloadAt() >= offset && packet.payloadLength() >= 0);
        assertTrue(packet.payloadAt() + packet.payloadLength() <= offset + length);
        for (int id = 1; id < 16; id++) {
            int at = packet.extensionAt(id);
            assertTrue(at < 0 || (at >= offset && at + packet.extensionLength(id) <= packet.payloadAt()));
        }
        var _ = Extension.RID.text(packet);
        int red = Red.primaryAt(packet);
        assertTrue(red <= offset + length);
        Rtx.restore(packet, 96, 1);
    }

    private static byte[] extended() {
        byte[] bytes = new byte[100];
        int length = new RtpWriter()
                .begin(bytes, 0, 96, false)
                .extension(1, new byte[16], 0, 16)
                .extension16(5, 1)
                .payload(new byte[20], 0, 20);
        return Arrays.copyOf(bytes, length);
    }

    private void read(String hex) {
        byte[] bytes = Hex.bytes(hex);
        assertTrue(packet.read(bytes, 0, bytes.length));
    }
}
