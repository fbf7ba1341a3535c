package chat.parley.edge.page;

import chat.parley.media.net.loop.Delays;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How long packets of calls stay in the media server, as Prometheus reads it.
public final class MediaDelays {
    private static final long[] STEPS_US = {10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 100_000};
    private static final long NANOS_OF_A_MICRO = 1_000;
    private static final double NANOS_OF_A_SECOND = 1e9;

    private MediaDelays() {}

    /// @param delays null when nobody has been in a call yet
    public static Sample told(@Nullable Delays delays) {
        var steps = Arrays.stream(STEPS_US)
                .mapToObj(it ->
                        new Sample.Step(it / 1e6, delays == null ? 0 : delays.packetsWithin(it * NANOS_OF_A_MICRO)))
                .toList();
        return Sample.histogram(
                "media_stay_seconds",
                "How long packets stayed here, from their loop to the kernel.",
                steps,
                delays == null ? 0 : delays.packets(),
                delays == null ? 0 : delays.sum() / NANOS_OF_A_SECOND);
    }
}
