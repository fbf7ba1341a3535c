package chat.parley.media;

import chat.parley.media.codec.Frame;
import chat.parley.media.rtp.RtpPacket;

/// Listens to what one participant sends, as a subscriber without encryption: a recorder. It gets voices also
/// while they are not among the loudest, every layer of a camera, and nothing while a track is muted.
@FunctionalInterface
public interface Tap {
    /// Called on the media loop's thread: must not wait. Packet and frame are only good during the call.
    ///
    /// @param layer 0 the smallest
    /// @param number the extended sequence number; packets that were sent again come late
    void packet(String mid, int layer, RtpPacket packet, long number, Frame frame);
}
