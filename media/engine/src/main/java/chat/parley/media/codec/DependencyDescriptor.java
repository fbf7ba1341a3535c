package chat.parley.media.codec;

import org.jspecify.annotations.Nullable;

/// The dependency descriptor of the AV1 RTP specification, appendix A: which frame a packet belongs to, its
/// layers, and which of the offered qualities (decode targets) need it. It also serves codecs whose payload is
/// encrypted end to end.
public final class DependencyDescriptor {
    /// What a decode target thinks of a frame (section A.2, DTI).
    public static final int NOT_PRESENT = 0;

    public static final int DISCARDABLE = 1;
    public static final int SWITCH = 2;
    public static final int REQUIRED = 3;

    private static final int TARGETS_MAX = 32;
    /// Frames that a frame needs directly. Encoders know eight at most.
    private static final int DIFFERENCES_MAX = 8;

    private static final int OWN_NONE = -1;

    private final Bits bits = new Bits();
    private boolean first;
    private boolean last;
    private int template;
    private int frameNumber;
    private @Nullable Structure attached;
    private @Nullable Structure used;
    private final int[] indications = new int[TARGETS_MAX];
    private boolean ownIndications;
    private final int[] differences = new int[DIFFERENCES_MAX];
    private int differenceCount;
    private int activeTargets;

    /// False when it is cut off, lies about its sizes, or needs a structure that is not there.
    ///
    /// @param known the structure of the last key frame of the stream
    public boolean read(byte[] bytes, int at, int length, @Nullable Structure known) {
        attached = null;
        used = known;
        ownIndications = false;
        differenceCount = OWN_NONE;
        activeTargets = -1;
        if (length < 3) {
            return false;
        }
        bits.begin(bytes, at, length);
        first = bits.flag();
        last = bits.flag();
        template = bits.take(6);
        frameNumber = bits.take(16);
        if (length > 3 && !extended()) {
            return false;
        }
        return used != null && used.has(template) && !bits.over();
    }

    private boolean extended() {
        boolean hasStructure = bits.flag();
        boolean hasActiveTargets = bits.flag();
        ownIndications = bits.flag();
        boolean ownDifferences = bits.flag();
        bits.take(1);
        if (hasStructure) {
            attached = Structure.read(bits);
            if (attached == null) {
                return false;
            }
            used = attached;
            activeTargets = (int) ((1L << attached.targets()) - 1);
        }
        if (used == null) {
            return false;
        }
        if (hasActiveTargets) {
            activeTargets = bits.take(used.targets());
        }
        if (ownIndications) {
            for (int i = 0; i < used.targets(); i++) {
                indications[i] = bits.take(2);
            }
        }
        return !ownDifferences || differences();
    }

    private boolean differences() {
        differenceCount = 0;
        for (int size = bits.take(2); size != 0; size = bits.take(2)) {
            if (differenceCount == DIFFERENCES_MAX) {
                return false;
            }
            differences[differenceCount++] = bits.take(4 * size) + 1;
        }
        return true;
    }

    public boolean firstPacket() {
        return first;
    }

    public boolean lastPacket() {
        return last;
    }

    /// 16 bits that count frames.
    public int frameNumber() {
        return frameNumber;
    }

    /// The structure that this packet brings along, which key frames do.
    public @Nullable Structure attached() {
        return attached;
    }

    /// A bit for each decode target that is being sent, or -1 when the packet does not say.
    public int activeTargets() {
        return activeTargets;
    }

    public int spatial() {
        return used == null ? 0 : used.spatial(template);
    }

    public int temporal() {
        return used == null ? 0 : used.temporal(template);
    }

    /// What the frame is to a decode target: one of the four constants above.
    public int indication(int target) {
        if (used == null || target >= used.targets()) {
            return NOT_PRESENT;
        }
        return ownIndications ? indications[target] : used.indication(template, target);
    }

    /// How many frames this one needs directly.
    public int needs() {
        if (differenceCount != OWN_NONE) {
            return differenceCount;
        }
        return used == null ? 0 : used.needs(template);
    }

    /// How far before this frame the frame is that it needs.
    public int needed(int index) {
        if (differenceCount != OWN_NONE) {
            return differences[index];
        }
        return used == null ? 0 : used.needed(template, index);
    }

    /// What the frame is described by, or null when the last `read` failed.
    public @Nullable Structure structure() {
        return used;
    }

    /// True when some decode target may begin here.
    public boolean switchable() {
        int targets = used == null ? 0 : used.targets();
        for (int target = 0; target < targets; target++) {
            if (indication(target) == SWITCH) {
                return true;
            }
        }
        return false;
    }

    /// The layers and decode targets of a stream, as its last key frame described them.
    public static final class Structure {
        private static final int TEMPLATES_MAX = 64;

        private final int firstId;
        private final int targets;
        private final int count;
        private final int[] spatial = new int[TEMPLATES_MAX];
        private final int[] temporal = new int[TEMPLATES_MAX];
        private final byte[] indications;
        private final byte[] differences;
        private final byte[] needs;

        private Structure(int firstId, int targets, Bits bits) {
            this.firstId = firstId;
            this.targets = targets;
            count = layers(bits);
            indications = new byte[count * targets];
            for (int i = 0; i < indications.length; i++) {
                indications[i] = (byte) bits.take(2);
            }
            needs = new byte[count];
            differences = new byte[count * DIFFERENCES_MAX];
        }

        static @Nullable Structure read(Bits bits) {
            var structure = new Structure(bits.take(6), bits.take(5) + 1, bits);
            return structure.differences(bits) && structure.skipRest(bits) && !bits.over() ? structure : null;
        }

        private int layers(Bits bits) {
            int at = 0;
            for (int next = 0, s = 0, t = 0; next != 3 && at < TEMPLATES_MAX; at++) {
                spatial[at] = s;
                temporal[at] = t;
                next = bits.take(2);
                if (next == 1) {
                    t++;
                } else if (next == 2) {
                    t = 0;
                    s++;
                }
            }
            return at;
        }

        private boolean differences(Bits bits) {
            for (int i = 0; i < count; i++) {
                while (bits.flag()) {
                    if (needs[i] == DIFFERENCES_MAX) {
                        return false;
                    }
                    differences[i * DIFFERENCES_MAX + needs[i]++] = (byte) (bits.take(4) + 1);
                }
            }
            return true;
        }

        /// Chains and resolutions: read to know that they are there, and not needed for forwarding.
        private boolean skipRest(Bits bits) {
            int chains = bits.nonSymmetric(targets + 1);
            if (chains > 0) {
                for (int i = 0; i < targets; i++) {
                    bits.nonSymmetric(chains);
                }
                bits.take(4 * count * chains);
            }
            if (bits.flag()) {
                for (int i = 0; i <= spatial[count - 1]; i++) {
                    bits.take(32);
                }
            }
            return true;
        }

        boolean has(int template) {
            return index(template) < count;
        }

        public int targets() {
            return targets;
        }

        public int layersOfSpace() {
            return spatial[count - 1] + 1;
        }

        /// The highest spatial layer that a decode target has.
        public int spatialOf(int target) {
            int highest = 0;
            for (int i = 0; i < count; i++) {
                highest = indications[i * targets + target] == NOT_PRESENT ? highest : Math.max(highest, spatial[i]);
            }
            return highest;
        }

        /// The highest temporal layer that a decode target has.
        public int temporalOf(int target) {
            int highest = 0;
            for (int i = 0; i < count; i++) {
                highest = indications[i * targets + target] == NOT_PRESENT ? highest : Math.max(highest, temporal[i]);
            }
            return highest;
        }

        int needs(int template) {
            return needs[index(template)];
        }

        int needed(int template, int index) {
            return differences[index(template) * DIFFERENCES_MAX + index];
        }

        int spatial(int template) {
            return spatial[index(template)];
        }

        int temporal(int template) {
            return temporal[index(template)];
        }

        int indication(int template, int target) {
            return indications[index(template) * targets + target];
        }

        private int index(int template) {
            return (template + TEMPLATES_MAX - firstId) % TEMPLATES_MAX;
        }
    }
}
