package chat.parley.bot.interaction;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.channel.Channel;
import chat.parley.channel.Channels;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Guilds;
import chat.parley.message.Quoted;
import chat.parley.message.Relay;

/// What is needed to write in channels.
///
/// @param stored a message that everybody may read
public record Rooms(Guilds guilds, Channels channels, Relay relay, Stored stored) {

    @FunctionalInterface
    public interface Stored {
        /// @throws chat.parley.base.refusal.Refused with `Unknown` when it is gone
        Quoted one(ChannelId channel, MessageId id);
    }

    Channel channel(Interaction it) {
        var channel = channels.find(it.place().channel());
        if (channel == null) {
            throw Refusal.unknown(Thing.CHANNEL);
        }
        return channel;
    }

    GuildSnapshot guild(GuildId id) {
        return guilds.snapshot(id);
    }
}
