package chat.parley.media.codec;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.testing.Hex;
import chat.parley.media.testing.Hostile;
import chat.parley.media.testing.Packets;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DescriptorTest {
    private final Vp8Descriptor vp8 = new Vp8Descriptor();
    private final Vp9Descriptor vp9 = new Vp9Descriptor();
    private final DependencyDescriptor dependency = new DependencyDescriptor();

    /// The examples of RFC 7741 section 4.6: a key frame with a long picture id, and its second packet.
    @Test
    void the_descriptors_of_rfc_7741_are_read() {
        vp8("90 80 91 23 00");
        assertTrue(vp8.keyframe());
        assertEquals(4, vp8.length());
        assertEquals(0x1123, vp8.pictureId());
        assertEquals(-1, vp8.tl0PictureIndex());
        vp8("90 80 17 01");
        assertFalse(vp8.keyframe());
        assertEquals(0x17, vp8.pictureId());
        vp8("80 80 91 23 00");
        assertFalse(vp8.start());
        assertFalse(vp8.keyframe());
        vp8("10 00");
        assertTrue(vp8.keyframe());
        assertEquals(-1, vp8.pictureId());
    }

    @Test
    void layers_and_key_index_of_vp8_are_read() {
        vp8("90 f0 8123 45 ab 01");
        assertEquals(0x123, vp8.pictureId());
        assertEquals(0x45, vp8.tl0PictureIndex());
        assertEquals(2, vp8.temporal());
        assertTrue(vp8.layerSync());
        assertEquals(0x0b, vp8.keyIndex());
        assertEquals(6, vp8.length());
    }

    @Test
    void a_descriptor_of_vp8_that_is_cut_off_is_refused() {
        for (var cut : new String[] {"", "90", "90 80", "90 80 81", "90 c0 01", "90 e0 01 02"}) {
            byte[] bytes = Hex.bytes(cut);
            assertFalse(vp8.read(bytes, 0, bytes.length), cut);
        }
    }

    @Test
    void the_layers_of_vp9_are_read() {
        vp9("a8 8123 20 07 00");
        assertEquals(0x123, vp9.pictureId());
        assertEquals(0, vp9.spatial());
        assertEquals(1, vp9.temporal());
        assertTrue(vp9.keyframe());
        vp9("ac 01 35 07");
        assertEquals(2, vp9.spatial());
        assertTrue(vp9.interLayer() && vp9.switchingUp() && vp9.end());
        assertFalse(vp9.keyframe());
        vp9("e8 01 00 07");
        assertFalse(vp9.keyframe());
        assertFalse(vp9.read(Hex.bytes("a8 81"), 0, 2));
        assertFalse(vp9.read(Hex.bytes("a8 01"), 0, 2));
    }

    @Test
    void key_frames_of_h264_are_found_alone_in_aggregates_and_in_fragments() {
        for (var key :
                new String[] {"67 42", "65 88", "78 0002 6742 0002 68ce", "7c 85 88", "78 0002 09f0 0002 6588"}) {
            assertTrue(h264(key), key);
        }
        for (var other : new String[] {"", "61", "41 9a", "78 0002 419a", "7c 05 88", "7c 81 88", "7c", "78 ffff 41"}) {
            assertFalse(h264(other), other);
        }
    }

    /// The structure L1T2 with two decode targets, made by hand after section A.8.
    @Test
    void a_structure_and_the_frames_after_it_are_read() {
        // first, last, template 0, frame 1, structure present; id 0, 2 targets; layers 01 (T1) 11 (end);
        // indications: template 0 = switch switch, template 1 = none discardable; no differences; no chains; no
        // sizes.
        byte[] key = bits("1 1 000000 0000000000000001  1 0 0 0 0  000000 00001  01 11  10 10 00 01  0 0  00 0");
        assertTrue(dependency.read(key, 0, key.length, null));
        var structure = requireNonNull(dependency.attached());
        assertEquals(2, structure.targets());
        assertEquals(1, structure.layersOfSpace());
        assertEquals(3, dependency.activeTargets());
        assertEquals(DependencyDescriptor.SWITCH, dependency.indication(0));
        byte[] second = bits("1 1 000001 0000000000000010");
        assertFalse(dependency.read(second, 0, second.length, null), "nothing is known without a structure");
        assertTrue(dependency.read(second, 0, second.length, structure));
        assertEquals(1, dependency.temporal());
        assertEquals(2, dependency.frameNumber());
        assertEquals(DependencyDescriptor.NOT_PRESENT, dependency.indication(0));
        assertEquals(DependencyDescriptor.DISCARDABLE, dependency.indication(1));
        assertFalse(dependency.switchable());
        byte[] unknown = bits("1 1 000010 0000000000000010");
        assertFalse(dependency.read(unknown, 0, unknown.length, structure));
        byte[] own = bits("1 1 000001 0000000000000010 0 1 1 0 0  01  00 10");
        assertTrue(dependency.read(own, 0, own.length, structure));
        assertEquals(1, dependency.activeTargets());
        assertTrue(dependency.switchable());
    }

    @Test
    void codecs_are_found_by_number_and_name() {
        assertEquals(Codec.VP8, Codec.ofPayloadType(96));
        assertEquals(Codec.VP8, Codec.ofRtxPayloadType(97));
        assertNull(Codec.ofRtxPayloadType(0));
        assertEquals(Codec.OPUS, Codec.ofEncoding("OPUS"));
        assertNull(Codec.ofEncoding("G722"));
    }

    @Test
    void any_bytes_are_answered_by_every_codec() {
        var frame = new Frame();
        var packet = new RtpPacket();
        byte[] key = bits("1 1 000000 0000000000000001  1 0 0 0 0  000000 00001  01 11  10 10 00 01  0 0  00 0");
        assertTrue(dependency.read(key, 0, key.length, null));
        var structure = dependency.attached();
        Hostile.feed(
                21,
                (bytes, offset, length) -> {
                    vp8.read(bytes, offset, length);
                    vp9.read(bytes, offset, length);
                    H264.keyframe(bytes, offset, length);
                    if (dependency.read(bytes, offset, length, structure)) {
                        for (int target = 0; target < 40; target++) {
                            var _ = dependency.indication(target) + dependency.spatial() + dependency.temporal();
                        }
                    }
                    if (packet.read(bytes, offset, length)) {
                        for (var codec : Codec.values()) {
                            frame.read(codec, packet, structure);
                        }
                    }
                },
                Hex.bytes("90 f0 8123 45 ab 01"),
                Hex.bytes("ac 8123 35 07 00"),
                Hex.bytes("78 0002 6742 0002 68ce"),
                key,
                Packets.shaped(1, 2, new Random(3)));
    }

    private void vp8(String hex) {
        byte[] bytes = Hex.bytes(hex);
        assertTrue(vp8.read(bytes, 0, bytes.length));
    }

    private void vp9(String hex) {
        byte[] bytes = Hex.bytes(hex);
        assertTrue(vp9.read(bytes, 0, bytes.length));
    }

    private static boolean h264(String hex) {
        byte[] bytes = Hex.bytes(hex);
        return H264.keyframe(bytes, 0, bytes.length);
    }

    private static byte[] bits(String text) {
        var digits = text.replace(" ", "");
        byte[] bytes = new byte[(digits.length() + 7) / 8];
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) == '1') {
                bytes[i / 8] = (byte) (bytes[i / 8] | 0x80 >>> i % 8);
            }
        }
        return bytes;
    }
}
