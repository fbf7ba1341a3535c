package chat.parley.voice.record.track;

import chat.parley.media.codec.Codec;
import chat.parley.media.net.Source;

/// One packet that was tapped.
///
/// @param codec of the payload
/// @param source what it is of
/// @param layer 0 the smallest
/// @param number the extended sequence number under its source
/// @param timestamp of RTP, 32 bits
/// @param last of its frame
/// @param nanos when it came
@SuppressWarnings("ArrayRecordComponent") // A copy that nobody changes, on a path of many thousands a second.
public record Piece(
        Codec codec,
        Source source,
        int layer,
        int ssrc,
        long number,
        long timestamp,
        boolean last,
        byte[] payload,
        long nanos) {}
