package chat.parley.edge.discord.gateway.event;

import chat.parley.account.Users;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.channel.View;
import chat.parley.conversation.ConversationEvent;
import chat.parley.edge.discord.gateway.session.Intents;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.discord.shape.people.PrivateChannelShape;
import chat.parley.guild.GuildEvent;
import chat.parley.message.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Conversations. Each of those in one is told of the others, so the same event has other words for each. As at
/// Discord, bots hear of a conversation only by the messages in it.
public final class PrivateWords {
    private final Users users;
    private final Messages messages;

    public PrivateWords(Users users, Messages messages) {
        this.users = users;
        this.messages = messages;
    }

    List<Delivery> of(GuildEvent event, View view) {
        var guild = event.guild();
        return switch (event) {
            case GuildEvent.MemberJoined(var _, var member) -> passage(guild, member.user(), "CHANNEL_RECIPIENT_ADD");
            case GuildEvent.MemberLeft(var _, var user) -> passage(guild, user, "CHANNEL_RECIPIENT_REMOVE");
            case GuildEvent.Updated _ -> changed(view);
            default -> List.of();
        };
    }

    List<Delivery> of(ConversationEvent event, View view) {
        return switch (event) {
            case ConversationEvent.Opened(var guild, var user) ->
                List.of(told(guild, user, "CHANNEL_CREATE", shape(view, user)));
            case ConversationEvent.Closed(var guild, var user) ->
                List.of(told(guild, user, "CHANNEL_DELETE", shape(view, user)));
            case ConversationEvent.Added _,
                    ConversationEvent.Removed _,
                    ConversationEvent.Renamed _,
                    ConversationEvent.Redrawn _ -> List.of();
        };
    }

    /// The whole conversation again, to all whose list shows it.
    List<Delivery> changed(View view) {
        var deliveries = new ArrayList<Delivery>();
        for (var member : view.guild().members().page(0, view.guild().members().size())) {
            if (visible(view, member.user())) {
                deliveries.add(told(view.guild().id(), member.user(), "CHANNEL_UPDATE", shape(view, member.user())));
            }
        }
        return deliveries;
    }

    /// To who has just come to a conversation: nothing while it is closed for them.
    List<Dispatch> welcome(View view, UserId user) {
        return visible(view, user) ? List.of(Dispatch.solicited("CHANNEL_CREATE", shape(view, user))) : List.of();
    }

    /// To who has just left it.
    static Dispatch farewell(GuildId guild) {
        return Dispatch.of("CHANNEL_DELETE", Map.of("id", guild, "type", 3, "flags", 0, "recipients", List.of()));
    }

    static boolean visible(View view, UserId user) {
        return view.canView(user, channel(view));
    }

    PrivateChannelShape shape(View view, UserId reader) {
        var id = channel(view);
        return PrivateChannelShape.of(view.guild(), reader, users, messages.end(id));
    }

    private List<Delivery> passage(GuildId guild, UserId user, String type) {
        return users.find(user).stream()
                .map(it -> Delivery.of(
                        guild,
                        new Audience.Others(user),
                        Intents.PEOPLE,
                        type,
                        Map.of("channel_id", guild, "user", UserShape.of(it))))
                .toList();
    }

    private static Delivery told(GuildId guild, UserId user, String type, Object d) {
        return Delivery.of(guild, new Audience.Self(user), Intents.PEOPLE, type, d);
    }

    private static ChannelId channel(View view) {
        return new ChannelId(view.guild().id().value());
    }
}
