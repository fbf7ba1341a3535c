package chat.parley.voice.soundboard;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/// A small synthesiser: a piece of silence into which waves are mixed. Times are in seconds, pitches in hertz.
final class Tones {
    static final int RATE = 24_000;
    private static final int WAV_HEAD = 44;
    private static final double LOUDEST = 0.89;

    private final float[] samples;

    Tones(double seconds) {
        samples = new float[(int) (seconds * RATE)];
    }

    /// A wave over its phase, from 0 to 1.
    interface Wave {
        double at(double phase);
    }

    /// How something goes on over its time, from 0 to 1.
    interface Course {
        double at(double progress);
    }

    static final Wave SINE = phase -> Math.sin(2 * Math.PI * phase);
    static final Wave SQUARE = phase -> phase < 0.5 ? 0.6 : -0.6;
    /// A saw without its sharpest edge, as brass sounds.
    static final Wave BRASS = phase -> {
        double sum = 0;
        for (int overtone = 1; overtone <= 9; overtone++) {
            sum += Math.sin(2 * Math.PI * phase * overtone) / overtone;
        }
        return sum * 0.55;
    };

    /// Begins at once and fades as a struck thing does.
    static Course struck(double steepness) {
        return progress -> Math.exp(-steepness * progress) * Math.min(1, (1 - progress) * 20);
    }

    /// Swells quickly, stays and ends quickly.
    static final Course BLOWN = progress -> Math.min(1, Math.min(progress * 18, (1 - progress) * 10));

    static Course steady(double value) {
        return _ -> value;
    }

    Tones mix(double from, double seconds, double loudness, Wave wave, Course pitch, Course course) {
        int start = (int) (from * RATE);
        int count = (int) (seconds * RATE);
        double phase = 0;
        for (int i = 0; i < count && start + i < samples.length; i++) {
            double progress = (double) i / count;
            phase += pitch.at(progress) / RATE;
            samples[start + i] += (float) (loudness * course.at(progress) * wave.at(phase - Math.floor(phase)));
        }
        return this;
    }

    /// Noise without its lowest part.
    ///
    /// @param brightness from 0 to 1: how much of the low part is taken away
    Tones hiss(double from, double seconds, double loudness, double brightness, Course course, Random random) {
        int start = (int) (from * RATE);
        int count = (int) (seconds * RATE);
        double low = 0;
        for (int i = 0; i < count && start + i < samples.length; i++) {
            double noise = random.nextDouble() * 2 - 1;
            low += (noise - low) * 0.25;
            double sound = noise - brightness * low;
            samples[start + i] += (float) (loudness * course.at((double) i / count) * sound);
        }
        return this;
    }

    float[] samples() {
        return samples;
    }

    /// One channel of 16 bits, as loud as it can be without clipping.
    static byte[] wav(float[] samples) {
        float peak = 1e-6f;
        for (float it : samples) {
            peak = Math.max(peak, Math.abs(it));
        }
        int bytes = samples.length * 2;
        var file = ByteBuffer.allocate(WAV_HEAD + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(US_ASCII)).putInt(WAV_HEAD - 8 + bytes);
        file.put("WAVEfmt ".getBytes(US_ASCII)).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
        file.putShort((short) 2).putShort((short) 16);
        file.put("data".getBytes(US_ASCII)).putInt(bytes);
        for (float it : samples) {
            file.putShort((short) Math.round(it / peak * LOUDEST * Short.MAX_VALUE));
        }
        return file.array();
    }
}
