package chat.parley.edge.discord.shape.bot;

import chat.parley.account.Users;
import chat.parley.bot.outgoing.Told;
import chat.parley.channel.Channel;
import chat.parley.channel.ChannelEvent;
import chat.parley.edge.discord.shape.ChannelShape;
import chat.parley.edge.discord.shape.GuildMemberShape;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.guild.GuildEvent;
import chat.parley.message.Ledger.End;
import chat.parley.message.Message;
import chat.parley.message.MessageEvent;
import chat.parley.message.Quoted;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts events into the words that outgoing webhooks send: Discord's, as at the gateway.
public final class OutgoingShapes {
    private final Users users;
    private final MessageShapes messages;

    public OutgoingShapes(Users users, MessageShapes messages) {
        this.users = users;
        this.messages = messages;
    }

    public @Nullable Told of(MessageEvent event) {
        return switch (event) {
            case MessageEvent.Posted(var message, var answered) -> message("MESSAGE_CREATE", message, answered);
            case MessageEvent.Edited(var message, var answered) -> message("MESSAGE_UPDATE", message, answered);
            case MessageEvent.Deleted it ->
                new Told(
                        "MESSAGE_DELETE",
                        it.guild(),
                        it.channel(),
                        Map.of("id", it.id(), "channel_id", it.channel(), "guild_id", it.guild()));
            default -> null;
        };
    }

    public @Nullable Told of(ChannelEvent event) {
        return switch (event) {
            case ChannelEvent.Created it -> channel("CHANNEL_CREATE", it.channel(), true);
            case ChannelEvent.Updated it -> channel("CHANNEL_UPDATE", it.channel(), true);
            case ChannelEvent.Deleted it -> channel("CHANNEL_DELETE", it.channel(), false);
            default -> null;
        };
    }

    public @Nullable Told of(GuildEvent event) {
        return switch (event) {
            case GuildEvent.MemberJoined(var guild, var member) ->
                users.find(member.user())
                        .map(user ->
                                new Told("GUILD_MEMBER_ADD", guild, null, GuildMemberShape.of(guild, member, user)))
                        .orElse(null);
            case GuildEvent.MemberLeft(var guild, var user) ->
                users.find(user)
                        .map(it -> new Told(
                                "GUILD_MEMBER_REMOVE",
                                guild,
                                null,
                                Map.of("guild_id", guild, "user", UserShape.of(it))))
                        .orElse(null);
            default -> null;
        };
    }

    private static @Nullable Told channel(String name, Channel channel, boolean there) {
        return channel.kind().isPrivate()
                ? null
                : new Told(name, channel.guild(), there ? channel.id() : null, ChannelShape.of(channel, End.NONE));
    }

    private Told message(String name, Message message, @Nullable Message answered) {
        var context = MessageShapes.Context.event(message.guild(), null, false);
        return new Told(name, message.guild(), message.channel(), messages.of(new Quoted(message, answered), context));
    }
}
