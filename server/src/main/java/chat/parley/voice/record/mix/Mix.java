package chat.parley.voice.record.mix;

import chat.parley.voice.record.track.OggFile;
import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Adds voices up.
public final class Mix {
    static final int RATE = 48_000;
    private static final int FRAME = 960;
    private static final int BITS = 48_000;
    private static final int COMPLEXITY = 3;
    private static final int PACKET_MAX = 1_500;

    private Mix() {}

    /// @param file in Ogg, closed with the mix
    /// @param offsetMs when it begins
    public record Voice(InputStream file, long offsetMs) {}

    /// @param to closed in the end
    /// @return how long it is, in milliseconds
    public static long of(List<Voice> voices, OutputStream to, int serial) throws IOException {
        var decoded = new ArrayList<Decoded>();
        try (var out = new OggFile(to, serial, 1)) {
            for (var voice : voices) {
                decoded.add(new Decoded(voice));
            }
            var encoder = new OpusEncoder(RATE, 1, OpusApplication.OPUS_APPLICATION_VOIP);
            encoder.setBitrate(BITS);
            encoder.setComplexity(COMPLEXITY);
            var sum = new int[FRAME];
            var frame = new short[FRAME];
            var packet = new byte[PACKET_MAX];
            while (decoded.stream().anyMatch(it -> !it.over())) {
                Arrays.fill(sum, 0);
                for (var voice : decoded) {
                    voice.addTo(sum);
                }
                for (int i = 0; i < FRAME; i++) {
                    frame[i] = (short) Math.clamp(sum[i], Short.MIN_VALUE, Short.MAX_VALUE);
                }
                int length = encoder.encode(frame, 0, FRAME, packet, 0, packet.length);
                out.packet(Arrays.copyOf(packet, length), FRAME);
            }
            return out.samples() * 1_000 / RATE;
        } catch (OpusException broken) {
            throw new IOException(broken);
        } finally {
            for (var voice : decoded) {
                voice.close();
            }
        }
    }
}
