package chat.parley.media.forward;

import chat.parley.media.codec.Frame;
import chat.parley.media.receive.Layer;
import org.jspecify.annotations.Nullable;

/// Which of a camera's layers a subscriber gets. It changes only where the new layer has a key frame; until then the
/// old one goes on.
/// Temporal layers are left out at once and taken up where the codec allows it.
public final class LayerChoice {
    /// What a packet is for this subscriber.
    public enum Verdict {
        FORWARD,
        /// The first packet of another layer.
        SWITCH,
        /// A temporal layer that is not wanted: leaves no gap.
        LEAVE_OUT,
        /// Of a layer that is not sent to the subscriber.
        NOT_OURS
    }

    private @Nullable Layer current;
    private int target;
    private int temporalMax = Integer.MAX_VALUE;
    private int temporal = Integer.MAX_VALUE;
    private boolean paused;

    /// @param layer the wished one, 0 the smallest
    /// @param temporal the highest temporal layer to be sent
    public void want(int layer, int temporal) {
        target = layer;
        temporalMax = temporal;
        this.temporal = Math.min(this.temporal, temporal);
    }

    public void pause(boolean paused) {
        this.paused = paused;
        if (paused) {
            current = null;
        }
    }

    public boolean paused() {
        return paused;
    }

    public int target() {
        return target;
    }

    public @Nullable Layer current() {
        return current;
    }

    /// True when the subscriber waits for a key frame of this layer.
    public boolean awaits(Layer layer) {
        return !paused && layer.index() == target && !layer.equals(current);
    }

    public Verdict judge(Layer layer, Frame frame) {
        if (paused) {
            return Verdict.NOT_OURS;
        }
        if (!layer.equals(current)) {
            boolean begins = frame.keyframe() || layer.codec().audio;
            if (layer.index() != target || !begins) {
                return Verdict.NOT_OURS;
            }
            current = layer;
            temporal = temporalMax;
            return Verdict.SWITCH;
        }
        if (frame.keyframe()
                || (frame.temporal() <= temporalMax && frame.temporal() > temporal && frame.switchable())) {
            temporal = temporalMax;
        }
        return frame.temporal() <= Math.min(temporal, temporalMax) ? Verdict.FORWARD : Verdict.LEAVE_OUT;
    }
}
