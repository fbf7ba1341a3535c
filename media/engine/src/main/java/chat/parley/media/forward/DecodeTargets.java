package chat.parley.media.forward;

import chat.parley.media.codec.DependencyDescriptor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Which frames of one layered stream a subscriber gets, by its dependency descriptor (AV1 RTP specification,
/// appendix A): those that its decode target needs. It changes to another target at a frame that the descriptor
/// calls a switch for it, and only when all that this frame needs were sent to the subscriber: the
/// specification's promise holds for decodable frames only, and in the modes whose names end in `_KEY` the
/// lower layers of a higher target were not sent.
final class DecodeTargets {
    private static final int NONE = -1;
    private static final int REMEMBERED = 256;
    private static final int FRAMES = 0xffff;
    /// Within so many frames every structure that has such a place comes to one where a target opens.
    private static final int PATIENCE_FRAMES = 24;

    /// The frames sent lately, by the low bits of their number; one is added, so that 0 is none.
    private final int[] sent = new int[REMEMBERED];

    private DependencyDescriptor.@Nullable Structure structure;
    private int target = NONE;
    private int active = NONE;
    /// Frames in which another target was wanted in vain.
    private int waited;

    private long picture;
    private boolean ended;

    /// With a key frame.
    void begin() {
        Arrays.fill(sent, 0);
        target = NONE;
        active = NONE;
        waited = 0;
    }

    /// True when the wanted target has not opened for a while.
    boolean stuck() {
        return waited > PATIENCE_FRAMES;
    }

    /// The highest spatial layer of what is sent.
    int highest() {
        return structure == null || target == NONE ? 0 : structure.spatialOf(target);
    }

    /// True when nothing of the present picture is sent behind this spatial layer: a subscriber who was told so
    /// gets no higher layer before the next picture.
    boolean ends(int layer) {
        boolean last = layer == highest();
        ended |= last;
        return last;
    }

    /// True when the packet is one of those that the subscriber gets.
    ///
    /// @param timestamp the same for all packets of a picture
    /// @param spatial the highest layer that is wanted
    /// @param temporal as well
    boolean takes(DependencyDescriptor packet, long timestamp, int spatial, int temporal) {
        var described = packet.structure();
        if (described == null) {
            return false;
        }
        // Every packet of a key frame may bring the structure along, each time as another object.
        if (!described.equals(structure) && packet.firstPacket()) {
            structure = described;
            target = NONE;
            active = NONE;
        }
        if (timestamp != picture) {
            picture = timestamp;
            ended = false;
        }
        if (packet.activeTargets() != NONE) {
            active = packet.activeTargets();
        }
        int wanted = best(described, spatial, temporal);
        if (wanted == target) {
            waited = 0;
        } else if (packet.firstPacket()) {
            waited++;
            boolean tooLate = ended && described.spatialOf(wanted) > highest();
            target = !tooLate && opens(packet, wanted) ? wanted : target;
        }
        boolean taken = target != NONE && packet.indication(target) != DependencyDescriptor.NOT_PRESENT;
        if (taken) {
            sent[packet.frameNumber() % REMEMBERED] = packet.frameNumber() + 1;
        }
        return taken;
    }

    /// The largest target within the wish that is being sent, else the smallest of all.
    private int best(DependencyDescriptor.Structure described, int spatial, int temporal) {
        int best = NONE;
        int smallest = 0;
        for (int i = 0; i < described.targets(); i++) {
            boolean offered = (active >>> i & 1) != 0;
            boolean fits = described.spatialOf(i) <= spatial && described.temporalOf(i) <= temporal;
            if (offered && fits && (best == NONE || larger(described, i, best))) {
                best = i;
            }
            smallest = larger(described, smallest, i) ? i : smallest;
        }
        return best == NONE ? smallest : best;
    }

    private static boolean larger(DependencyDescriptor.Structure described, int one, int other) {
        int difference = described.spatialOf(one) - described.spatialOf(other);
        return difference == 0 ? described.temporalOf(one) > described.temporalOf(other) : difference > 0;
    }

    private boolean opens(DependencyDescriptor packet, int wanted) {
        if (packet.indication(wanted) != DependencyDescriptor.SWITCH) {
            return false;
        }
        for (int i = 0; i < packet.needs(); i++) {
            int needed = packet.frameNumber() - packet.needed(i) & FRAMES;
            if (sent[needed % REMEMBERED] != needed + 1) {
                return false;
            }
        }
        return true;
    }
}
