package chat.parley.voice.soundboard;

import static chat.parley.voice.soundboard.Tones.BLOWN;
import static chat.parley.voice.soundboard.Tones.BRASS;
import static chat.parley.voice.soundboard.Tones.SINE;
import static chat.parley.voice.soundboard.Tones.SQUARE;
import static chat.parley.voice.soundboard.Tones.steady;
import static chat.parley.voice.soundboard.Tones.struck;

import java.util.Random;

/// How the standard sounds are made. The same numbers come out every time.
final class Recipes {
    private Recipes() {}

    static float[] ding() {
        return new Tones(1.4)
                .mix(0, 1.4, 0.7, SINE, steady(1_318.5), struck(6))
                .mix(0, 1.1, 0.35, SINE, steady(2_637), struck(8))
                .mix(0, 0.7, 0.2, SINE, steady(3_951), struck(9))
                .samples();
    }

    static float[] fanfare() {
        var tones = new Tones(1.8);
        double[] pitches = {392, 523.25, 659.25};
        for (int i = 0; i < pitches.length; i++) {
            tones.mix(i * 0.16, 0.15, 0.6, BRASS, steady(pitches[i]), BLOWN);
        }
        for (double pitch : new double[] {523.25, 659.25, 783.99}) {
            tones.mix(0.5, 1.2, 0.45, BRASS, steady(pitch), BLOWN);
        }
        return tones.samples();
    }

    static float[] drums() {
        var random = new Random(3);
        var tones = new Tones(1.7);
        for (double from : new double[] {0, 0.22}) {
            tones.mix(from, 0.25, 0.9, SINE, it -> 190 - 90 * it, struck(7));
            tones.hiss(from, 0.15, 0.4, 0.3, struck(9), random);
        }
        return tones.hiss(0.5, 1.2, 0.6, 1, struck(6), random)
                .mix(0.5, 0.3, 0.6, SINE, it -> 120 - 50 * it, struck(6))
                .samples();
    }

    static float[] sadHorn() {
        var tones = new Tones(2.8);
        double[] pitches = {293.66, 277.18, 261.63};
        for (int i = 0; i < pitches.length; i++) {
            tones.mix(i * 0.42, 0.4, 0.6, BRASS, steady(pitches[i]), BLOWN);
        }
        return tones.mix(
                        1.26,
                        1.5,
                        0.6,
                        BRASS,
                        it -> 246.94 * (1 - 0.06 * it) + 6 * Math.sin(2 * Math.PI * it * 9),
                        BLOWN)
                .samples();
    }

    static float[] buzzer() {
        return new Tones(0.8)
                .mix(0, 0.8, 0.5, SQUARE, steady(110), BLOWN)
                .mix(0, 0.8, 0.4, SQUARE, steady(116.5), BLOWN)
                .samples();
    }

    static float[] crickets() {
        var tones = new Tones(2.6);
        for (double song = 0; song < 2.4; song += 0.8) {
            for (int chirp = 0; chirp < 5; chirp++) {
                double from = song + chirp * 0.07;
                tones.mix(from, 0.045, 0.5, SINE, steady(4_300), BLOWN);
                tones.mix(from + 0.3, 0.04, 0.2, SINE, steady(4_650), BLOWN);
            }
        }
        return tones.samples();
    }

    static float[] applause() {
        var random = new Random(7);
        var tones = new Tones(3);
        for (int clap = 0; clap < 260; clap++) {
            double from = random.nextDouble() * 2.9;
            double fading = Math.min(1, Math.min(from * 4 + 0.2, (3 - from) * 0.8));
            double loudness = (0.15 + 0.35 * random.nextDouble()) * fading;
            tones.hiss(from, 0.04 + 0.03 * random.nextDouble(), loudness, random.nextDouble(), struck(7), random);
        }
        return tones.samples();
    }

    static float[] boing() {
        return new Tones(1.1)
                .mix(0, 1.1, 0.8, SINE, it -> 160 + 240 * it + 45 * Math.sin(2 * Math.PI * it * 14), struck(4))
                .mix(0, 0.9, 0.3, SINE, it -> 330 + 470 * it + 80 * Math.sin(2 * Math.PI * it * 14), struck(5))
                .samples();
    }
}
