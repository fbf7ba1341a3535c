package chat.parley.media.testing;

import chat.parley.media.wire.Bytes;
import java.util.Random;

/// Plain packets for tests.
public final class Packets {
    private Packets() {}

    /// An RTP packet without extensions, with a payload that depends on its number.
    public static byte[] rtp(int ssrc, int sequence, int payload) {
        byte[] packet = new byte[12 + payload];
        new Random(sequence).nextBytes(packet);
        packet[0] = (byte) 0x80;
        packet[1] = 96;
        Bytes.put16(packet, 2, sequence);
        Bytes.put32(packet, 4, sequence * 3000L);
        Bytes.put32(packet, 8, ssrc);
        return packet;
    }

    /// An RTP packet with contributing sources and header extensions, sometimes.
    public static byte[] shaped(int ssrc, int sequence, Random random) {
        int sources = random.nextInt(4) == 0 ? random.nextInt(16) : 0;
        boolean extended = random.nextBoolean();
        int words = random.nextInt(6);
        int header = 12 + 4 * sources + (extended ? 4 + 4 * words : 0);
        byte[] packet = new byte[header + random.nextInt(1000)];
        random.nextBytes(packet);
        packet[0] = (byte) (0x80 | sources | (extended ? 0x10 : 0));
        packet[1] = (byte) (random.nextInt(2) << 7 | 96);
        Bytes.put16(packet, 2, sequence);
        Bytes.put32(packet, 8, ssrc);
        if (extended) {
            Bytes.put16(packet, 12 + 4 * sources, 0xbede);
            Bytes.put16(packet, 14 + 4 * sources, words);
        }
        return packet;
    }

    /// A receiver report without blocks and with bytes behind it.
    public static byte[] rtcp(int ssrc, int length) {
        byte[] packet = new byte[length];
        packet[0] = (byte) 0x80;
        packet[1] = (byte) 201;
        Bytes.put16(packet, 2, length / 4 - 1);
        Bytes.put32(packet, 4, ssrc);
        return packet;
    }
}
