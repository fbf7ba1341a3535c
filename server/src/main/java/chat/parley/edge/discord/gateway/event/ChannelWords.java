package chat.parley.edge.discord.gateway.event;

import chat.parley.channel.Channel;
import chat.parley.channel.ChannelEvent;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import chat.parley.edge.discord.shape.ChannelShape;
import chat.parley.message.Ledger.End;
import chat.parley.message.Messages;
import java.util.List;

/// Channels. That one was created or deleted is not said here but follows from what each session sees before
/// and after.
public final class ChannelWords {
    private final Messages messages;

    public ChannelWords(Messages messages) {
        this.messages = messages;
    }

    List<Delivery> of(ChannelEvent event) {
        return switch (event) {
            case ChannelEvent.Created _, ChannelEvent.Deleted _, ChannelEvent.ThreadMemberChanged _ -> List.of();
            // What a conversation's channel is told of is `PrivateWords`'.
            case ChannelEvent.Updated(var _, var channel) when channel.kind().isPrivate() -> List.of();
            case ChannelEvent.Updated(var _, var channel) ->
                List.of(Delivery.of(
                        channel.guild(),
                        new Audience.StillSeeing(channel.id()),
                        "CHANNEL_UPDATE",
                        ChannelShape.of(channel, end(channel))));
        };
    }

    Dispatch appeared(Channel channel) {
        return Dispatch.of("CHANNEL_CREATE", ChannelShape.of(channel, end(channel)));
    }

    Dispatch vanished(Channel channel) {
        return Dispatch.of("CHANNEL_DELETE", ChannelShape.of(channel, end(channel)));
    }

    /// From memory: these are also said on event loops.
    private End end(Channel channel) {
        return messages.end(channel.id());
    }
}
