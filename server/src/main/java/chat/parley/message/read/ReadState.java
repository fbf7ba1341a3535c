package chat.parley.message.read;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;

/// How far somebody has read in a channel.
///
/// @param upTo everything above is unread; for a channel that was never opened, the moment of joining as an id
/// @param mentions how often they are called in what is unread
public record ReadState(ChannelId channel, MessageId upTo, int mentions) {}
