package chat.parley.media.srtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.media.testing.Hex;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The vectors of RFC 3711 appendix B and RFC 7714 sections 16 and 17, with every cipher that there is.
final class VectorTest {
    private static final List<Crypto> CRYPTOS = List.of(Crypto.java(), Crypto.best());
    private static final byte[] SALT = Hex.bytes("51756964 2070726f 2071756f");
    private static final byte[] RTP = Hex.bytes("""
            8040f17b 8041f8d3 5501a0b2 47616c6c 69612065 7374206f 6d6e6973 20646976
            69736120 696e2070 61727465 73207472 6573""");
    private static final byte[] RTP_128 = Hex.bytes("""
            8040f17b 8041f8d3 5501a0b2 f24de3a3 fb34de6c acba861c 9d7e4bca be633bd5
            0d294e6f 42a5f47a 51c7d19b 36de3adf 8833899d 7f27beb1 6a9152cf 765ee439 0cce""");
    private static final byte[] RTP_256 = Hex.bytes("""
            8040f17b 8041f8d3 5501a0b2 32b1de78 a822fe12 ef9f78fa 332e33aa b1801238
            9a58e2f3 b50b2a02 76ffae0f 1ba63799 b87b7aa3 db36dfff d6b0f9bb 7878d7a7 6c13""");
    private static final byte[] RTCP = Hex.bytes("""
            81c8000d 4d617273 4e545031 4e545032 52545020 0000042a 0000e930 4c756e61
            deadbeef deadbeef deadbeef deadbeef deadbeef""");
    private static final byte[] RTCP_128 = Hex.bytes("""
            81c8000d 4d617273 63e94885 dcdab67c a727d766 2f6b7e99 7ff5c0f7 6c06f32d
            c676a5f1 730d6fda 4ce09b46 86303ded 0bb9275b c84aa458 96cf4d2f c5abf872 45d9eade 800005d4""");

    @Test
    void aes_counter_mode_gives_the_key_stream_of_rfc_3711() {
        var cipher = new CounterMode(Hex.bytes("2b7e151628aed2a6abf7158809cf4f3c"));
        byte[] stream = new byte[0xff02 * 16];
        cipher.apply(Hex.bytes("f0f1f2f3f4f5f6f7f8f9fafbfcfd0000"), stream, 0, stream.length);
        assertEquals(
                "e03ead0935c95e80e166b16dd92b4eb4d23513162b02d0f72a43a2fe4a5f97ab41e95b3bb0a2e8dd477901e4fca894c0",
                Hex.text(Arrays.copyOf(stream, 48)));
        assertEquals(
                "ec8cdf7398607cb0f2d21675ea9ea1e4362b7c3c6773516318a077d7fc5073ae6a2cc3787889374fbeb4c81b17ba6c44",
                Hex.text(Arrays.copyOfRange(stream, 0xfeff * 16, 0xff02 * 16)));
    }

    @Test
    void session_keys_are_those_of_rfc_3711() {
        var master = new MasterKey(
                Profile.AES_CM_128_HMAC_SHA1_80,
                Hex.bytes("e1f97a0d3e018be0d64fa32c06de4139"),
                Hex.bytes("0ec675ad498afeebb6960b3aabe6"));
        assertEquals("c61e7a93744f39ee10734afe3ff7a087", Hex.text(master.derive(0, 16)));
        assertEquals("30cbbc08863d8c85d49db34a9ae1", Hex.text(master.derive(2, 14)));
        assertEquals(
                "cebe321f6ff7716b6fd4ab49af256a156d38baa48f0a0acf3c34e2359e6cdbcee049646c43d9327ad175578ef7227098"
                        + "6371c10c9a369ac2f94a8c5fbcdddc256d6e919a48b610ef17c2041e4740",
                Hex.text(master.derive(1, 78)));
    }

    @Test
    void gcm_packets_are_those_of_rfc_7714() {
        for (var crypto : CRYPTOS) {
            seals(new GcmTransform(crypto.aead(key(16)), SALT, new byte[12]), RTP_128);
            seals(new GcmTransform(crypto.aead(key(32)), SALT, new byte[12]), RTP_256);
        }
    }

    @Test
    void gcm_control_packets_are_those_of_rfc_7714() {
        for (var crypto : CRYPTOS) {
            var transform = new GcmTransform(crypto.aead(key(16)), SALT, new byte[12]);
            byte[] bytes = Arrays.copyOf(RTCP, RTCP_128.length);
            assertEquals(RTCP_128.length, transform.sealRtcp(bytes, 0, RTCP.length, 0x5d4));
            assertArrayEquals(RTCP_128, bytes);
            assertEquals(RTCP.length, transform.openRtcp(bytes, 0, bytes.length));
            assertArrayEquals(RTCP, Arrays.copyOf(bytes, RTCP.length));
            transform.close();
        }
    }

    private static void seals(Transform transform, byte[] expected) {
        long index = 0xf17b;
        byte[] bytes = Arrays.copyOf(RTP, expected.length);
        assertEquals(expected.length, transform.sealRtp(bytes, 0, RTP.length, 12, index));
        assertArrayEquals(expected, bytes);
        assertEquals(RTP.length, transform.openRtp(bytes, 0, bytes.length, 12, index));
        assertArrayEquals(RTP, Arrays.copyOf(bytes, RTP.length));
        transform.close();
    }

    private static byte[] key(int bytes) {
        byte[] key = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            key[i] = (byte) i;
        }
        return key;
    }
}
