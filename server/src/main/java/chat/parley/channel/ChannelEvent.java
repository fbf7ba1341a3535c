package chat.parley.channel;

import chat.parley.base.bus.Event;
import chat.parley.base.id.GuildId;

/// What happens to channels. Published in the order of the guild's other events.
public sealed interface ChannelEvent extends Event {
    Channel channel();

    default GuildId guild() {
        return channel().guild();
    }

    record Created(Channel channel) implements ChannelEvent {}

    record Updated(Channel before, Channel channel) implements ChannelEvent {}

    record Deleted(Channel channel) implements ChannelEvent {}
}
