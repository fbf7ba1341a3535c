package chat.parley.voice.soundboard;

import chat.parley.base.bus.Event;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import java.util.Set;

/// Somebody plays a sound to those in their voice channel.
///
/// @param listeners who was in the channel then
public record SoundEvent(
        GuildId guild, ChannelId channel, UserId user, Set<UserId> listeners, EntityId sound, double volume)
        implements Event {}
