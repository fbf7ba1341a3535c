package chat.parley.media.srtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.testing.Hostile;
import chat.parley.media.testing.Packets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SrtpTest {
    private static final int SSRC = 0xcafe_babe;

    @Test
    void what_is_sealed_is_opened_once() {
        for (var profile : Profile.values()) {
            var pair = new Pair(profile, Crypto.best());
            byte[] clear = Packets.rtp(SSRC, 7, 20);
            byte[] sealed = pair.seal(clear, 7);
            assertEquals(clear.length + profile.tagBytes, sealed.length);
            byte[] opened = sealed.clone();
            assertEquals(clear.length, pair.in.openRtp(opened, 0, opened.length));
            assertArrayEquals(clear, Arrays.copyOf(opened, clear.length));
            assertEquals(SrtpIn.REPLAYED, pair.in.openRtp(sealed.clone(), 0, sealed.length));
        }
    }

    @Test
    void any_turned_bit_is_noticed_and_changes_nothing() {
        for (var profile : Profile.values()) {
            var pair = new Pair(profile, Crypto.best());
            byte[] sealed = pair.seal(Packets.rtp(SSRC, 7, 20), 7);
            for (int bit = 0; bit < sealed.length * 8; bit++) {
                byte[] turned = sealed.clone();
                turned[bit / 8] ^= (byte) (1 << bit % 8);
                assertTrue(pair.in.openRtp(turned, 0, turned.length) < 0, profile + " bit " + bit);
            }
            assertTrue(pair.in.openRtp(sealed, 0, sealed.length) > 0);
        }
    }

    /// 200,000 packets: three roll-overs, a window shuffled all the time, one in ten lost.
    @Test
    void the_rollover_counter_survives_loss_and_reordering() {
        var pair = new Pair(Profile.AEAD_AES_128_GCM, Crypto.best());
        var random = new Random(3);
        for (long block = 65_000; block < 265_000; block += 100) {
            var order = new ArrayList<>(IntStream.range(0, 100).boxed().toList());
            Collections.shuffle(order, random);
            for (int i : order) {
                long index = block + i;
                byte[] sealed = pair.seal(Packets.rtp(SSRC, (int) index & 0xffff, 4), index);
                if (random.nextInt(10) > 0) {
                    assertTrue(pair.in.openRtp(sealed, 0, sealed.length) > 0, "index " + index);
                    assertEquals(index, pair.in.index());
                }
            }
        }
    }

    @Test
    void what_is_older_than_the_window_is_taken_for_a_replay() {
        var window = new ReplayWindow();
        window.note(5000);
        assertTrue(window.isNew(5000 - ReplayWindow.SIZE + 1));
        assertFalse(window.isNew(5000 - ReplayWindow.SIZE));
        window.note(4000);
        assertFalse(window.isNew(4000));
        window.note(5000 + 10L * ReplayWindow.SIZE);
        assertTrue(window.isNew(5000 + 10L * ReplayWindow.SIZE - 1));
        assertFalse(window.isNew(5000));
    }

    @Test
    void the_window_agrees_with_a_set_over_any_order() {
        var random = new Random(4);
        var window = new ReplayWindow();
        var seen = new HashSet<Long>();
        long base = 0;
        for (int i = 0; i < 100_000; i++) {
            base += random.nextInt(100) == 0 ? random.nextInt(3000) : random.nextInt(3);
            long index = Math.max(0, base - random.nextInt(1100));
            boolean fresh = window.highest() - index < ReplayWindow.SIZE && !seen.contains(index);
            assertEquals(fresh, window.isNew(index), "index " + index);
            if (fresh) {
                window.note(index);
                seen.add(index);
            }
        }
    }

    @Test
    void control_packets_are_sealed_opened_and_not_replayed() {
        for (var profile : Profile.values()) {
            var pair = new Pair(profile, Crypto.best());
            byte[] clear = Packets.rtcp(SSRC, 40);
            for (int round = 0; round < 3; round++) {
                byte[] bytes = Arrays.copyOf(clear, clear.length + pair.out.overhead());
                int length = pair.out.sealRtcp(bytes, 0, clear.length);
                assertTrue(length <= bytes.length);
                byte[] sealed = Arrays.copyOf(bytes, length);
                byte[] turned = sealed.clone();
                turned[length - 1] ^= 1;
                assertTrue(pair.in.openRtcp(turned, 0, length) < 0);
                byte[] opened = sealed.clone();
                assertEquals(clear.length, pair.in.openRtcp(opened, 0, length));
                assertArrayEquals(clear, Arrays.copyOf(opened, clear.length));
                assertEquals(SrtpIn.REPLAYED, pair.in.openRtcp(sealed, 0, length));
            }
        }
    }

    @Test
    void sources_without_end_are_not_remembered() {
        var pair = new Pair(Profile.AEAD_AES_128_GCM, Crypto.best());
        for (int ssrc = 0; ssrc < 2 * Sources.MAX; ssrc++) {
            byte[] sealed = pair.seal(Packets.rtp(ssrc, 1, 4), 1);
            int expected = ssrc < Sources.MAX ? 16 : SrtpIn.TOO_MANY_SOURCES;
            assertEquals(expected, pair.in.openRtp(sealed, 0, sealed.length));
        }
    }

    @Test
    void any_bytes_are_refused() {
        for (var profile : Profile.values()) {
            var pair = new Pair(profile, Crypto.best());
            Hostile.feed(
                    5,
                    (bytes, offset, length) -> {
                        assertTrue(pair.in.openRtp(bytes.clone(), offset, length) < 0);
                        assertTrue(pair.in.openRtcp(bytes.clone(), offset, length) < 0);
                    },
                    Packets.rtp(SSRC, 1, 40),
                    Packets.rtcp(SSRC, 40));
        }
    }

    @Test
    void keys_have_the_profiles_sizes_and_are_not_printed() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new MasterKey(Profile.AEAD_AES_128_GCM, new byte[16], new byte[14]));
        assertEquals(
                "MasterKey[AEAD_AES_128_GCM]",
                Keys.random(Profile.AEAD_AES_128_GCM, new Random(1)).toString());
        byte[] material = new byte[56];
        for (int i = 0; i < material.length; i++) {
            material[i] = (byte) i;
        }
        var client = MasterKey.exported(Profile.AEAD_AES_128_GCM, material, true);
        byte[] key = Arrays.copyOfRange(material, 0, 16);
        byte[] salt = Arrays.copyOfRange(material, 32, 44);
        assertArrayEquals(new MasterKey(Profile.AEAD_AES_128_GCM, key, salt).derive(0, 16), client.derive(0, 16));
        assertEquals(
                List.of(7, 8, 1),
                Arrays.stream(Profile.values()).map(it -> it.number).toList());
    }

    /// One direction of a call.
    private static final class Pair {
        final SrtpOut out;
        final SrtpIn in;

        Pair(Profile profile, Crypto crypto) {
            var key = Keys.random(profile, new Random(profile.number));
            out = new SrtpOut(crypto, key);
            in = new SrtpIn(crypto, key);
        }

        byte[] seal(byte[] clear, long index) {
            byte[] bytes = Arrays.copyOf(clear, clear.length + out.overhead());
            return Arrays.copyOf(bytes, out.sealRtp(bytes, 0, clear.length, index));
        }
    }
}
