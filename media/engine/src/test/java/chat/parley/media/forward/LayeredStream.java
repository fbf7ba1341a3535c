package chat.parley.media.forward;

import chat.parley.media.codec.Codec;
import chat.parley.media.rtp.Extension;
import chat.parley.media.rtp.RtpWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An encoder of three spatial and three temporal layers, as packets of VP9 or of AV1 with its dependency
/// descriptor. It knows what each frame needs, so that a test can tell what a decoder could show.
public final class LayeredStream {
    /// Where the payload tells the spatial layer.
    public static final int LAYER_AT = 7;

    static final int SPATIAL = 3;
    static final int TEMPORAL = 3;
    private static final int PACKETS = 2;
    private static final byte[] MID = {'1'};
    private static final int[] PATTERN = {0, 2, 1, 2};

    /// @param needs the numbers of frames
    public record Frame(int number, int picture, int spatial, int temporal, boolean key, List<Integer> needs) {}

    /// @param last of its frame
    public record Packet(long sequence, Frame frame, boolean last, byte[] bytes, int length) {}

    private final Codec codec;
    /// Layers need each other in key pictures only (the modes that end in `_KEY`).
    private final boolean onlyKey;

    /// The number of the newest frame by spatial and temporal layer.
    private final Map<Integer, Integer> newest = new HashMap<>();
    private int picture;
    private int sinceKey;
    private int nextFrame;
    private long nextSequence = 40_000;

    public LayeredStream(Codec codec, boolean onlyKey) {
        this.codec = codec;
        this.onlyKey = onlyKey;
    }

    /// The packets of the next picture.
    public List<Packet> picture(boolean key) {
        var packets = new ArrayList<Packet>();
        sinceKey = key ? 0 : sinceKey + 1;
        picture++;
        int temporal = PATTERN[sinceKey % PATTERN.length];
        for (int spatial = 0; spatial < SPATIAL; spatial++) {
            var frame = frame(spatial, temporal, key);
            for (int part = 0; part < PACKETS; part++) {
                packets.add(packet(frame, part));
            }
        }
        return packets;
    }

    private Frame frame(int spatial, int temporal, boolean key) {
        var needs = new ArrayList<Integer>();
        if (!key) {
            // The newest frame of this spatial layer below this temporal layer, or of the lowest one itself.
            int nearest = -1;
            for (int t = 0; t <= Math.max(0, temporal - 1); t++) {
                nearest = Math.max(nearest, newest.getOrDefault(TEMPORAL * spatial + t, -1));
            }
            needs.add(nearest);
        }
        if (spatial > 0 && (key || !onlyKey)) {
            needs.add(nextFrame - 1);
        }
        var made = new Frame(nextFrame++, picture, spatial, temporal, key, List.copyOf(needs));
        if (key) {
            newest.remove(TEMPORAL * spatial + 1);
            newest.remove(TEMPORAL * spatial + 2);
        }
        newest.put(TEMPORAL * spatial + temporal, made.number);
        return made;
    }

    private Packet packet(Frame frame, int part) {
        boolean first = part == 0;
        boolean last = part == PACKETS - 1;
        byte[] bytes = new byte[200];
        long sequence = nextSequence++;
        var writer = new RtpWriter()
                .begin(bytes, 0, codec.payloadType, last && frame.spatial == SPATIAL - 1)
                .numbers((int) sequence & 0xffff, frame.picture * 3_000L, 77);
        byte[] payload = {1, 2, 3, 4, 5, 6, 7, (byte) frame.spatial};
        if (codec == Codec.AV1) {
            byte[] descriptor = descriptor(frame, first, last);
            writer.longExtensions();
            writer.extension(Extension.MID.id, MID, 0, MID.length);
            writer.extension(Extension.DEPENDENCY_DESCRIPTOR.id, descriptor, 0, descriptor.length);
        } else {
            writer.extension(Extension.MID.id, MID, 0, MID.length);
            vp9(frame, first, last, payload);
        }
        return new Packet(sequence, frame, last, bytes, writer.payload(payload, 0, payload.length));
    }

    /// RFC 9628 section 4.2, non-flexible mode.
    private void vp9(Frame frame, boolean first, boolean last, byte[] payload) {
        boolean interLayer = frame.spatial > 0 && (frame.key || !onlyKey);
        payload[0] = (byte) (0xa0 | (frame.key ? 0 : 0x40) | (first ? 0x08 : 0) | (last ? 0x04 : 0));
        payload[1] = (byte) (0x80 | (frame.picture >> 8 & 0x7f));
        payload[2] = (byte) frame.picture;
        payload[3] = (byte) (frame.temporal << 5 | 0x10 | frame.spatial << 1 | (interLayer ? 1 : 0));
        payload[4] = (byte) sinceKey;
    }

    private byte[] descriptor(Frame frame, boolean first, boolean last) {
        var bits = new StringBuilder();
        put(bits, first ? 1 : 0, 1);
        put(bits, last ? 1 : 0, 1);
        put(bits, TEMPORAL * frame.spatial + frame.temporal, 6);
        put(bits, frame.number & 0xffff, 16);
        boolean structure = frame.key && frame.spatial == 0;
        put(bits, structure ? 1 : 0, 1);
        bits.append("0110");
        if (structure) {
            structure(bits);
        }
        for (int target = 0; target < SPATIAL * TEMPORAL; target++) {
            put(bits, indication(frame, target / TEMPORAL, target % TEMPORAL), 2);
        }
        for (int needed : frame.needs) {
            put(bits, 2, 2);
            put(bits, frame.number - needed - 1, 8);
        }
        put(bits, 0, 2);
        byte[] bytes = new byte[(bits.length() + 7) / 8];
        for (int i = 0; i < bits.length(); i++) {
            bytes[i / 8] |= (byte) (bits.charAt(i) == '1' ? 0x80 >> i % 8 : 0);
        }
        return bytes;
    }

    private static void structure(StringBuilder bits) {
        put(bits, 0, 6);
        put(bits, SPATIAL * TEMPORAL - 1, 5);
        for (int template = 0; template < SPATIAL * TEMPORAL; template++) {
            boolean end = template == SPATIAL * TEMPORAL - 1;
            put(bits, end ? 3 : template % TEMPORAL == TEMPORAL - 1 ? 2 : 1, 2);
        }
        for (int template = 0; template < SPATIAL * TEMPORAL; template++) {
            for (int target = 0; target < SPATIAL * TEMPORAL; target++) {
                boolean has = template / TEMPORAL <= target / TEMPORAL && template % TEMPORAL <= target % TEMPORAL;
                put(bits, has ? 3 : 0, 2);
            }
        }
        put(bits, 0, SPATIAL * TEMPORAL);
        // No chains (of nine targets: ns(10)), no resolutions.
        put(bits, 0, 3);
        put(bits, 0, 1);
    }

    /// As libwebrtc's scalability structures have it: 0 not present, 1 discardable, 2 switch, 3 required.
    private int indication(Frame frame, int spatial, int temporal) {
        if (frame.spatial > spatial || frame.temporal > temporal) {
            return 0;
        }
        if (frame.key) {
            return 2;
        }
        if (frame.spatial < spatial) {
            return onlyKey ? 0 : 3;
        }
        return frame.temporal == temporal && temporal > 0 ? 1 : 2;
    }

    private static void put(StringBuilder bits, int value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            bits.append(value >> i & 1);
        }
    }
}
