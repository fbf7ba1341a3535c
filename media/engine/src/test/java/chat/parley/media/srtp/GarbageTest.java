package chat.parley.media.srtp;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.parley.media.testing.Garbage;
import chat.parley.media.testing.Packets;
import chat.parley.media.wire.Bytes;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What a packet costs the collector once the code is warm.
final class GarbageTest {
    @Test
    void gcm_by_libcrypto_allocates_nothing() {
        var crypto = Crypto.best();
        assumeTrue(crypto.accelerated(), "this host has no libcrypto");
        assertTrue(perPacket(Profile.AEAD_AES_128_GCM, crypto) < 1);
        assertTrue(perPacket(Profile.AEAD_AES_256_GCM, crypto) < 1);
    }

    @Test
    void counter_mode_with_sha1_allocates_nothing() {
        assertTrue(perPacket(Profile.AES_CM_128_HMAC_SHA1_80, Crypto.java()) < 1);
    }

    @Test
    void gcm_by_java_allocates_a_little() {
        assertTrue(perPacket(Profile.AEAD_AES_128_GCM, Crypto.java()) < 6000);
    }

    /// Bytes for sealing and opening one packet.
    private static double perPacket(Profile profile, Crypto crypto) {
        var key = Keys.random(profile, new Random(1));
        var out = new SrtpOut(crypto, key);
        var in = new SrtpIn(crypto, key);
        byte[] bytes = Packets.rtp(1, 0, 1000 + 32);
        long[] index = {0};
        return Garbage.perCall(() -> {
            long next = ++index[0];
            Bytes.put16(bytes, 2, (int) next);
            int length = out.sealRtp(bytes, 0, 1012, next);
            assertTrue(in.openRtp(bytes, 0, length) == 1012);
        });
    }
}
