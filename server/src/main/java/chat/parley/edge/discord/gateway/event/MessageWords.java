package chat.parley.edge.discord.gateway.event;

import chat.parley.account.Users;
import chat.parley.base.id.UserId;
import chat.parley.channel.Channel;
import chat.parley.channel.View;
import chat.parley.edge.discord.gateway.session.Intents;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import chat.parley.edge.discord.shape.MemberShape;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.edge.discord.shape.MessageShapes.Context;
import chat.parley.edge.discord.shape.ReactionShape;
import chat.parley.message.MessageEvent;
import chat.parley.message.Quoted;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Messages and what happens to them.
public final class MessageWords {
    private final MessageShapes shapes;
    private final Users users;

    public MessageWords(MessageShapes shapes, Users users) {
        this.shapes = shapes;
        this.users = users;
    }

    List<Delivery> of(MessageEvent event, View view) {
        return switch (event) {
            case MessageEvent.Posted(var message, var answered) ->
                List.of(whole("MESSAGE_CREATE", new Quoted(message, answered), view));
            case MessageEvent.Edited(var message, var answered) ->
                List.of(whole("MESSAGE_UPDATE", new Quoted(message, answered), view));
            case MessageEvent.Deleted(var _, var channel, var id) ->
                List.of(seen(
                        event,
                        messages(event),
                        "MESSAGE_DELETE",
                        placed(event, Map.of("id", id, "channel_id", channel))));
            case MessageEvent.BulkDeleted(var _, var channel, var ids) ->
                List.of(seen(
                        event,
                        messages(event),
                        "MESSAGE_DELETE_BULK",
                        placed(event, Map.of("ids", ids, "channel_id", channel))));
            case MessageEvent.ReactionAdded added -> List.of(reacted(added, view));
            case MessageEvent.ReactionRemoved removed -> List.of(unreacted(removed));
            case MessageEvent.ReactionsCleared cleared -> List.of(cleared(cleared));
            case MessageEvent.PinsChanged(var _, var _, var newest) -> List.of(pins(event, newest));
            case MessageEvent.Typing typing -> List.of(typing(typing, view));
            case MessageEvent.PollVoted voted -> List.of(voted(voted));
            case MessageEvent.Acked acked -> List.of(acked(acked));
        };
    }

    /// The author's sessions read the nonce, by which they know their own message; bots that did not ask for
    /// content read the rest, unless they wrote it or it calls them.
    private Delivery whole(String type, Quoted quoted, View view) {
        var message = quoted.message();
        var guild = message.guild();
        var member = member(view, message.author());
        var concerned = new HashSet<>(message.mentions().users());
        concerned.add(message.author());
        var usual = Dispatch.of(type, shapes.of(quoted, context(view, member, false)));
        var toAuthor = message.nonce() == null || !type.equals("MESSAGE_CREATE")
                ? null
                : Dispatch.of(type, shapes.of(quoted, context(view, member, true)));
        // What is said in a conversation is said to everybody in it.
        var blank = shapes.of(message.isPrivate() ? quoted : quoted.blanked(), context(view, member, false));
        return new Delivery(
                guild,
                new Audience.Seeing(message.channel()),
                message.isPrivate() ? Intents.DIRECT_MESSAGES : Intents.GUILD_MESSAGES,
                Wording.message(usual, message.author(), toAuthor, () -> Dispatch.of(type, blank), concerned));
    }

    private static Context context(View view, @Nullable MemberShape member, boolean nonce) {
        return switch (view.guild().guild().kind()) {
            case COMMUNITY -> Context.event(view.guild().id(), member, nonce);
            case DIRECT -> Context.privately(Channel.Kind.DIRECT.number(), nonce);
            case GROUP -> Context.privately(Channel.Kind.GROUP.number(), nonce);
        };
    }

    private static int messages(MessageEvent event) {
        return event.isPrivate() ? Intents.DIRECT_MESSAGES : Intents.GUILD_MESSAGES;
    }

    private static int reactions(MessageEvent event) {
        return event.isPrivate() ? Intents.DIRECT_MESSAGE_REACTIONS : Intents.GUILD_MESSAGE_REACTIONS;
    }

    /// With the guild's id, which in a conversation is absent.
    private static Map<String, Object> placed(MessageEvent event, Map<String, Object> d) {
        var all = new HashMap<>(d);
        if (!event.isPrivate()) {
            all.put("guild_id", event.guild());
        }
        return all;
    }

    private Delivery reacted(MessageEvent.ReactionAdded event, View view) {
        var d = reaction(event, event.id().text(), event.emoji());
        d.put("user_id", event.user().text());
        d.put("message_author_id", event.author().text());
        d.put("burst", false);
        d.put("type", 0);
        var member = member(view, event.user());
        if (member != null) {
            d.putPOJO("member", member);
        }
        return seen(event, reactions(event), "MESSAGE_REACTION_ADD", d);
    }

    private static Delivery unreacted(MessageEvent.ReactionRemoved event) {
        var d = reaction(event, event.id().text(), event.emoji());
        d.put("user_id", event.user().text());
        d.put("burst", false);
        d.put("type", 0);
        return seen(event, reactions(event), "MESSAGE_REACTION_REMOVE", d);
    }

    private static Delivery cleared(MessageEvent.ReactionsCleared event) {
        var d = reaction(event, event.id().text(), event.emoji());
        String type = event.emoji() == null ? "MESSAGE_REACTION_REMOVE_ALL" : "MESSAGE_REACTION_REMOVE_EMOJI";
        return seen(event, reactions(event), type, d);
    }

    private static ObjectNode reaction(MessageEvent event, String message, @Nullable String emoji) {
        var d = GuildPicture.blank();
        place(d, event);
        d.put("message_id", message);
        if (emoji != null) {
            var told = ReactionShape.Emoji.of(emoji);
            d.putObject("emoji").put("id", told.id()).put("name", told.name());
        }
        return d;
    }

    private static Delivery voted(MessageEvent.PollVoted event) {
        var d = GuildPicture.blank();
        d.put("user_id", event.user().text());
        d.put("channel_id", event.channel().text());
        d.put("message_id", event.id().text());
        if (!event.isPrivate()) {
            d.put("guild_id", event.guild().text());
        }
        d.put("answer_id", event.answer());
        String type = event.added() ? "MESSAGE_POLL_VOTE_ADD" : "MESSAGE_POLL_VOTE_REMOVE";
        int intents = event.isPrivate() ? Intents.DIRECT_MESSAGE_POLLS : Intents.GUILD_MESSAGE_POLLS;
        return seen(event, intents, type, d);
    }

    private static Delivery pins(MessageEvent event, @Nullable Instant newest) {
        var d = GuildPicture.blank();
        place(d, event);
        d.put("last_pin_timestamp", newest == null ? null : newest.toString());
        int intents = event.isPrivate() ? Intents.DIRECT_MESSAGES : Intents.GUILDS;
        return seen(event, intents, "CHANNEL_PINS_UPDATE", d);
    }

    private Delivery typing(MessageEvent.Typing event, View view) {
        var d = GuildPicture.blank();
        place(d, event);
        d.put("user_id", event.user().text());
        d.put("timestamp", event.at().getEpochSecond());
        var member = member(view, event.user());
        if (member != null) {
            d.putPOJO("member", member);
        }
        int intents = event.isPrivate() ? Intents.DIRECT_MESSAGE_TYPING : Intents.GUILD_MESSAGE_TYPING;
        return seen(event, intents, "TYPING_START", d);
    }

    private static Delivery acked(MessageEvent.Acked event) {
        var d = Map.of(
                "channel_id",
                event.channel(),
                "message_id",
                event.upTo(),
                "mention_count",
                event.mentionCount(),
                "version",
                1);
        return Delivery.of(
                event.guild(), new Audience.SeeingSelf(event.channel(), event.user()), Intents.NONE, "MESSAGE_ACK", d);
    }

    private static void place(ObjectNode d, MessageEvent event) {
        d.put("channel_id", event.channel().text());
        if (!event.isPrivate()) {
            d.put("guild_id", event.guild().text());
        }
    }

    private static Delivery seen(MessageEvent event, int intents, String type, Object d) {
        return Delivery.of(event.guild(), new Audience.Seeing(event.channel()), intents, type, d);
    }

    private @Nullable MemberShape member(View view, UserId user) {
        var member = view.guild().isPrivate() ? null : view.guild().member(user);
        return member == null
                ? null
                : users.find(user).map(it -> MemberShape.of(member, it)).orElse(null);
    }
}
