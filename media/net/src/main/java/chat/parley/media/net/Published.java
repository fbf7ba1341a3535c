package chat.parley.media.net;

import chat.parley.media.codec.Codec;

/// A track that others may subscribe to.
///
/// @param mid names it among the tracks of its publisher
/// @param layers 1, or the number of simulcast layers
public record Published(String mid, Source source, Codec codec, int layers) {}
