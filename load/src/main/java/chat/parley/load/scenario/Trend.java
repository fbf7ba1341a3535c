package chat.parley.load.scenario;

import java.util.Arrays;

/// How a figure was early, after the first quarter that warms up, and late: medians, since single samples are noisy.
record Trend(double early, double late) {
    private static final int PARTS = 4;

    static Trend of(double[] samples) {
        if (samples.length < PARTS) {
            throw new IllegalArgumentException("Too few samples for a trend: " + samples.length);
        }
        int part = samples.length / PARTS;
        return new Trend(
                median(Arrays.copyOfRange(samples, part, 2 * part)),
                median(Arrays.copyOfRange(samples, samples.length - part, samples.length)));
    }

    /// Whether it grew by more than a part of itself and by more than can be chance.
    boolean grewBy(double part, double slack) {
        return late - early > Math.max(early * part, slack);
    }

    private static double median(double[] samples) {
        Arrays.sort(samples);
        return samples[samples.length / 2];
    }
}
