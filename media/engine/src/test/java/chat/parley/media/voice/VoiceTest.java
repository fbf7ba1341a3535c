package chat.parley.media.voice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.rtp.RtpWriter;
import chat.parley.media.srtp.Crypto;
import chat.parley.media.srtp.SrtpIn;
import chat.parley.media.testing.Hex;
import chat.parley.media.wire.Address;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class VoiceTest {
    private static final int SSRC = 0x1234_5678;

    private final byte[] key = new byte[VoiceMode.KEY_BYTES];

    /// draft-irtf-cfrg-xchacha-03 section 2.2.1.
    @Test
    void the_draft_s_subkey_comes_out() {
        byte[] subkey = new byte[32];
        XChaCha.hash(
                Hex.bytes("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"),
                Hex.bytes("000000090000004a0000000031415927"),
                new int[16],
                subkey);
        assertArrayEquals(Hex.bytes("82413b4227b27bfed30e42508a877d73a0f9e4d58a74a853c12ec41326d3ecdc"), subkey);
    }

    @Test
    void what_is_sealed_opens_once_and_only_whole() {
        for (var mode : VoiceMode.values()) {
            new Random(7).nextBytes(key);
            var out = new VoiceOut(Crypto.best(), mode, key);
            var in = new VoiceIn(Crypto.java(), mode, key, SSRC);
            for (int i = 0; i < 100; i++) {
                byte[] sealed = sealed(out, i, SSRC);
                byte[] changed = sealed.clone();
                changed[i % changed.length] ^= 1;
                assertTrue(in.openRtp(changed, 0, changed.length) < 0, mode + " " + i);
                byte[] again = sealed.clone();
                int clear = in.openRtp(sealed, 0, sealed.length);
                var packet = new RtpPacket();
                assertTrue(packet.read(sealed, 0, clear), mode + " " + i);
                assertEquals(i % 40, packet.payloadLength());
                assertEquals(SrtpIn.REPLAYED, in.openRtp(again, 0, again.length));
            }
        }
    }

    @Test
    void a_bot_sends_under_its_own_source_only() {
        var out = new VoiceOut(Crypto.best(), VoiceMode.AEAD_AES256_GCM_RTPSIZE, key);
        var in = new VoiceIn(Crypto.best(), VoiceMode.AEAD_AES256_GCM_RTPSIZE, key, SSRC);
        byte[] sealed = sealed(out, 1, SSRC + 1);
        assertEquals(SrtpIn.MALFORMED, in.openRtp(sealed, 0, sealed.length));
    }

    @Test
    void random_bytes_are_refused() {
        var random = new Random(3);
        var in = new VoiceIn(Crypto.best(), VoiceMode.AEAD_XCHACHA20_POLY1305_RTPSIZE, key, SSRC);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] = (byte) (0x80 | (bytes[0] & 0x3f));
            }
            assertTrue(in.openRtp(bytes, 0, bytes.length) < 0);
        }
    }

    @Test
    void a_discovery_tells_the_address() {
        byte[] answer = Discovery.answer(SSRC, Address.v4(0x7f00_0001, 0x1234));
        assertEquals(Discovery.BYTES, answer.length);
        assertArrayEquals(Hex.bytes("00020046123456783132372e302e302e3100"), Arrays.copyOf(answer, 18));
        assertArrayEquals(Hex.bytes("1234"), Arrays.copyOfRange(answer, 72, 74));
        assertFalse(Discovery.isRequest(answer, 0, answer.length));
        answer[1] = 1;
        assertTrue(Discovery.isRequest(answer, 0, answer.length));
        assertFalse(Discovery.isRequest(answer, 0, 73));
    }

    @Test
    void modes_have_the_gateway_s_names() {
        assertEquals(VoiceMode.AEAD_AES256_GCM_RTPSIZE, VoiceMode.of("aead_aes256_gcm_rtpsize"));
        assertEquals(VoiceMode.AEAD_XCHACHA20_POLY1305_RTPSIZE, VoiceMode.of("aead_xchacha20_poly1305_rtpsize"));
        assertEquals(null, VoiceMode.of("xsalsa20_poly1305"));
    }

    private static byte[] sealed(VoiceOut out, int number, int ssrc) {
        byte[] bytes = new byte[200];
        int length = new RtpWriter()
                .begin(bytes, 0, 0x78, false)
                .numbers(number, 960L * number, ssrc)
                .payload(new byte[40], 0, number % 40);
        return Arrays.copyOf(bytes, out.sealRtp(bytes, 0, length, number));
    }
}
