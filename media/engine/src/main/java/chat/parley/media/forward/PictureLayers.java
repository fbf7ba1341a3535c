package chat.parley.media.forward;

import chat.parley.media.codec.Vp9Descriptor;

/// The spatial layers of one VP9 stream that a subscriber gets: all up to one. It goes down between two
/// pictures, and up by one where a frame of the next layer needs no earlier picture (RFC 9628 section 4.2: the
/// P bit is not set), as in key pictures. Nothing is left out below the highest, so going down never needs a
/// key picture, also when only those have layers that need each other.
final class PictureLayers {
    private int highest;
    private int most;
    private long picture;
    private boolean key;
    private boolean ended;

    /// With a key picture.
    void begin(long timestamp) {
        highest = 0;
        picture = timestamp;
        key = true;
        ended = false;
    }

    /// True when the subscriber gets nothing of the present picture behind this layer. In a key picture the
    /// layers up to the wanted one are still to come, and when there are fewer the sender marks the last. A
    /// subscriber who was told that it ends gets no higher layer before the next picture.
    boolean ends(int layer) {
        boolean last = layer == (key ? most : highest);
        ended |= last;
        return last;
    }

    int highest() {
        return highest;
    }

    /// True when the packet is one of those that the subscriber gets.
    ///
    /// @param timestamp the same for all packets of a picture
    /// @param most the highest layer that is wanted
    boolean takes(Vp9Descriptor packet, long timestamp, int most) {
        this.most = most;
        if (timestamp != picture) {
            picture = timestamp;
            highest = Math.min(highest, most);
            key = packet.keyframe();
            ended = false;
        }
        int layer = packet.spatial();
        boolean next = layer == highest + 1 && layer <= most && !ended;
        if (next && packet.start() && !packet.interPicture()) {
            highest = layer;
        }
        return layer <= highest;
    }
}
