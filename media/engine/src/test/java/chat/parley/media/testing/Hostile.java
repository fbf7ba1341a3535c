package chat.parley.media.testing;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;

/// Feeds a parser with noise and with damaged copies of good packets: bits turned, bytes replaced by extremes,
/// truncated, put in the middle of a larger array. Whatever it throws fails the test; the number of rounds
/// bounds the time.
public final class Hostile {
    private static final int ROUNDS = 20_000;
    private static final int[] EXTREMES = {0, 1, 0x7f, 0x80, 0xff, 0xbe, 0xde};

    /// A parser: it must answer for any bytes, and touch none outside.
    public interface Parser {
        void read(byte[] bytes, int offset, int length);
    }

    private Hostile() {}

    public static void feed(long seed, Parser parser, byte[]... good) {
        var random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] packet = round % 4 == 0 || good.length == 0
                    ? noise(random)
                    : damaged(random, good[random.nextInt(good.length)]);
            int offset = random.nextInt(8);
            byte[] inside = new byte[offset + packet.length + random.nextInt(8)];
            System.arraycopy(packet, 0, inside, offset, packet.length);
            byte[] exact = Arrays.copyOf(inside, offset + packet.length);
            try {
                parser.read(exact, offset, packet.length);
                parser.read(inside, offset, packet.length);
            } catch (RuntimeException thrown) {
                throw new AssertionError("seed " + seed + " round " + round + ": " + Hex.text(packet), thrown);
            }
        }
    }

    private static byte[] noise(SplittableRandom random) {
        byte[] packet = new byte[random.nextInt(random.nextInt(10) == 0 ? 1500 : 64)];
        new Random(random.nextLong()).nextBytes(packet);
        return packet;
    }

    private static byte[] damaged(SplittableRandom random, byte[] good) {
        byte[] packet = good.clone();
        for (int i = random.nextInt(4); i >= 0 && packet.length > 0; i--) {
            int at = random.nextInt(packet.length);
            packet[at] = switch (random.nextInt(3)) {
                case 0 -> (byte) (packet[at] ^ 1 << random.nextInt(8));
                case 1 -> (byte) random.nextInt(256);
                default -> (byte) EXTREMES[random.nextInt(EXTREMES.length)];
            };
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(packet, random.nextInt(packet.length + 1)) : packet;
    }
}
