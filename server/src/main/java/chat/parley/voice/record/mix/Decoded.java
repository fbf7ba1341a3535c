package chat.parley.voice.record.mix;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.IOException;

/// One voice, sample by sample, with the silence before its beginning.
final class Decoded implements AutoCloseable {
    /// 120 ms, the longest packet.
    private static final int PACKET_SAMPLES_MAX = 5_760;

    private final OggPackets packets;
    private final OpusDecoder decoder;
    private final short[] samples = new short[PACKET_SAMPLES_MAX];
    private long before;
    private int at;
    private int count;
    private boolean over;

    Decoded(Mix.Voice voice) throws IOException, OpusException {
        packets = new OggPackets(voice.file());
        decoder = new OpusDecoder(Mix.RATE, 1);
        before = voice.offsetMs() * (Mix.RATE / 1_000);
    }

    boolean over() {
        return over;
    }

    void addTo(int[] sum) throws IOException {
        for (int i = 0; i < sum.length && !over; i++) {
            if (before > 0) {
                before--;
                continue;
            }
            if (at == count) {
                decode();
            }
            if (at < count) {
                sum[i] += samples[at++];
            }
        }
    }

    private void decode() throws IOException {
        at = 0;
        count = 0;
        byte[] packet = packets.next();
        if (packet == null) {
            over = true;
            return;
        }
        try {
            count = decoder.decode(packet, 0, packet.length, samples, 0, samples.length, false);
        } catch (OpusException | RuntimeException damaged) {
            // One packet less; a browser's are sound, a bot's need not be.
            count = 0;
        }
    }

    @Override
    public void close() throws IOException {
        packets.close();
    }
}
