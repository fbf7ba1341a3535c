package chat.parley.bot.outgoing;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An event in the words that are sent.
///
/// @param channel in which it happened; whoever made the webhook must see it
public record Told(String event, GuildId guild, @Nullable ChannelId channel, Object data) {
    /// What can be asked for.
    public static final List<String> EVENTS = List.of(
            "MESSAGE_CREATE",
            "MESSAGE_UPDATE",
            "MESSAGE_DELETE",
            "GUILD_MEMBER_ADD",
            "GUILD_MEMBER_REMOVE",
            "CHANNEL_CREATE",
            "CHANNEL_UPDATE",
            "CHANNEL_DELETE");
}
