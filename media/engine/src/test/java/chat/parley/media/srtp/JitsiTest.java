package chat.parley.media.srtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.media.testing.Packets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Random;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpErrorStatus;
import org.jitsi.srtp.SrtpPolicy;
import org.jitsi.utils.logging2.LoggerImpl;
import org.junit.jupiter.api.Test;

/// Ours against jitsi-srtp, an implementation that has carried calls for years: the same bytes in both
/// directions, over random keys, sizes, header shapes, sources and several roll-overs.
final class JitsiTest {
    private static final int PACKETS = 3_000;

    @Test
    void jitsi_opens_what_we_seal_and_we_open_what_jitsi_seals() throws GeneralSecurityException {
        for (var profile : Profile.values()) {
            for (long seed = 0; seed < 3; seed++) {
                compareRtp(profile, new Random(seed));
            }
        }
    }

    @Test
    void control_packets_agree_too() throws GeneralSecurityException {
        for (var profile : Profile.values()) {
            compareRtcp(profile, new Random(9));
        }
    }

    private static void compareRtp(Profile profile, Random random) throws GeneralSecurityException {
        var side = new Sides(profile, random);
        int ssrc = random.nextInt();
        var theirOut = side.factory(true).deriveContext(ssrc, 0);
        var theirIn = side.factory(false).deriveContext(ssrc, 0);
        long index = random.nextInt(0x7fff);
        for (int i = 0; i < PACKETS; i++) {
            // Big steps, so that the counter rolls over often; less than half of the space, so that it can be
            // followed.
            index += 1 + random.nextInt(i % 20 == 0 ? 30_000 : 3);
            byte[] clear = Packets.shaped(ssrc, (int) index & 0xffff, random);
            var ours = new JitsiBuffer(clear);
            ours.setLength(side.out.sealRtp(ours.getBuffer(), 0, clear.length, index));
            var theirs = new JitsiBuffer(clear);
            assertEquals(SrtpErrorStatus.OK, theirOut.transformPacket(theirs));
            assertArrayEquals(theirs.content(), ours.content());
            assertEquals(clear.length, side.in.openRtp(theirs.getBuffer(), 0, theirs.getLength()));
            assertArrayEquals(clear, Arrays.copyOf(theirs.getBuffer(), clear.length));
            assertEquals(SrtpErrorStatus.OK, theirIn.reverseTransformPacket(ours, false));
            assertArrayEquals(clear, ours.content());
        }
    }

    private static void compareRtcp(Profile profile, Random random) throws GeneralSecurityException {
        var side = new Sides(profile, random);
        int ssrc = random.nextInt();
        var theirOut = side.factory(true).deriveControlContext(ssrc);
        var theirIn = side.factory(false).deriveControlContext(ssrc);
        for (int i = 0; i < 200; i++) {
            byte[] clear = Packets.rtcp(ssrc, 8 + 4 * random.nextInt(100));
            var ours = new JitsiBuffer(clear);
            ours.setLength(side.out.sealRtcp(ours.getBuffer(), 0, clear.length));
            var theirs = new JitsiBuffer(clear);
            assertEquals(SrtpErrorStatus.OK, theirOut.transformPacket(theirs));
            assertEquals(clear.length, side.in.openRtcp(theirs.getBuffer(), 0, theirs.getLength()));
            assertArrayEquals(clear, Arrays.copyOf(theirs.getBuffer(), clear.length));
            assertEquals(SrtpErrorStatus.OK, theirIn.reverseTransformPacket(ours));
            assertArrayEquals(clear, ours.content());
        }
    }

    /// The same keys for both.
    private static final class Sides {
        private final Profile profile;
        private final byte[] key;
        private final byte[] salt;
        final SrtpOut out;
        final SrtpIn in;

        Sides(Profile profile, Random random) {
            this.profile = profile;
            key = new byte[profile.keyBytes];
            salt = new byte[profile.saltBytes];
            random.nextBytes(key);
            random.nextBytes(salt);
            var master = new MasterKey(profile, key, salt);
            out = new SrtpOut(Crypto.best(), master);
            in = new SrtpIn(Crypto.best(), master);
        }

        SrtpContextFactory factory(boolean sender) {
            // Jitsi wipes the keys that it is given.
            return new SrtpContextFactory(
                    sender, key.clone(), salt.clone(), policy(), policy(), new LoggerImpl("test"));
        }

        private SrtpPolicy policy() {
            return profile.aead()
                    ? new SrtpPolicy(
                            SrtpPolicy.AESGCM_ENCRYPTION, profile.keyBytes, SrtpPolicy.NULL_AUTHENTICATION, 0, 16, 12)
                    : new SrtpPolicy(SrtpPolicy.AESCM_ENCRYPTION, 16, SrtpPolicy.HMACSHA1_AUTHENTICATION, 20, 10, 14);
        }
    }
}
