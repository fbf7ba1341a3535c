package chat.parley.media;

import chat.parley.media.codec.Codec;

/// A look at one stream of a participant: one that it publishes, for each of its simulcast layers, or one that it
/// gets.
///
/// @param published false for a stream that the participant gets
/// @param mid the media section, in the words of this participant's call
/// @param layer the simulcast or spatial layer, 0 the smallest; -1 when nothing of the track is sent at present
public record StreamStats(boolean published, String mid, Codec codec, int layer, Traffic traffic, Trouble trouble) {
    /// @param packets without those that were sent again
    /// @param bytes of payload, for those that are published of whole packets
    /// @param bitsPerSecond lately, 0 as long as it was not measured
    public record Traffic(long packets, long bytes, long bitsPerSecond) {}

    /// @param lost on the way to the receiver since the beginning
    /// @param lostShare of what was expected in the last second or so, between 0 and 1
    /// @param askedAgain packets that the receiver asked for once more
    /// @param keyframesAsked times that the receiver asked for a key frame
    public record Trouble(long lost, double lostShare, double jitterMs, long askedAgain, long keyframesAsked) {}
}
