package chat.parley.media.forward;

import chat.parley.media.codec.Codec;
import chat.parley.media.codec.Frame;
import chat.parley.media.receive.Layer;
import org.jspecify.annotations.Nullable;

/// Which of a camera's layers a subscriber gets. It changes only where the new layer has a key frame; until
/// then the old one goes on. Temporal layers are left out at once and taken up where the codec allows it.
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
    private int spatialMax = Integer.MAX_VALUE;
    private final PictureLayers pictures = new PictureLayers();
    private @Nullable DecodeTargets targets;

    /// @param layer the wished one, 0 the smallest
    /// @param temporal the highest temporal layer to be sent
    public void want(int layer, int temporal) {
        target = layer;
        temporalMax = temporal;
        this.temporal = Math.min(this.temporal, temporal);
    }

    /// @param spatial the highest layer inside one stream to be sent
    public void wantSpatial(int spatial) {
        spatialMax = Math.max(0, spatial);
    }

    /// The highest spatial layer inside the present stream that is sent.
    public int spatial() {
        return switch (current == null ? Codec.OPUS : current.codec()) {
            case VP9 -> pictures.highest();
            case AV1 -> targets == null ? 0 : targets.highest();
            case OPUS, RED, VP8, H264 -> 0;
        };
    }

    /// True when the subscriber gets nothing of the present picture behind this spatial layer. From then on it
    /// stays true.
    public boolean ends(int spatial) {
        return switch (current == null ? Codec.OPUS : current.codec()) {
            case VP9 -> pictures.ends(spatial);
            case AV1 -> targets != null && targets.ends(spatial);
            case OPUS, RED, VP8, H264 -> false;
        };
    }

    /// True when more layers are wanted and there than are sent, or fewer and nothing leads to them, which a
    /// key frame ends.
    ///
    /// @param there how many the stream has now
    public boolean awaitsSpatial(int there) {
        boolean more = spatial() < Math.min(spatialMax, there - 1);
        return !paused && current != null && (more || (targets != null && targets.stuck()));
    }

    public void pause(boolean paused) {
        this.paused = paused;
        if (paused) {
            current = null;
        }
    }

    /// What is sent next begins with a key frame.
    void restart() {
        current = null;
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

    /// @param timestamp of the packet
    /// @param late when packets after it came before it: then it decides nothing
    public Verdict judge(Layer layer, Frame frame, long timestamp, boolean late) {
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
            begin(layer, frame, timestamp);
            return Verdict.SWITCH;
        }
        boolean taken = switch (layer.codec()) {
            // What belongs to a place that is empty is sent: a gap would be asked for in vain.
            case VP9 -> late || pictured(frame, timestamp);
            case AV1 -> late || targets().takes(frame.dependency(), timestamp, spatialMax, temporalMax);
            case OPUS, RED, VP8, H264 -> tempo(frame);
        };
        return taken ? Verdict.FORWARD : Verdict.LEAVE_OUT;
    }

    private void begin(Layer layer, Frame frame, long timestamp) {
        if (layer.codec() == Codec.VP9) {
            pictures.begin(timestamp);
            pictures.takes(frame.vp9(), timestamp, spatialMax);
        } else if (layer.codec() == Codec.AV1) {
            targets().begin();
            targets().takes(frame.dependency(), timestamp, spatialMax, temporalMax);
        }
    }

    private boolean pictured(Frame frame, long timestamp) {
        boolean sized = pictures.takes(frame.vp9(), timestamp, spatialMax);
        return tempo(frame) && sized;
    }

    private DecodeTargets targets() {
        var made = targets == null ? new DecodeTargets() : targets;
        targets = made;
        return made;
    }

    /// True when the packet is of a temporal layer that is sent.
    private boolean tempo(Frame frame) {
        if (frame.keyframe()
                || (frame.temporal() <= temporalMax && frame.temporal() > temporal && frame.switchable())) {
            temporal = temporalMax;
        }
        boolean taken = frame.temporal() <= Math.min(temporal, temporalMax);
        if (taken && frame.opens()) {
            temporal = temporalMax;
        }
        return taken;
    }
}
