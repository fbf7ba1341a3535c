package chat.parley.edge.discord.rest;

import chat.parley.account.Users;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.channel.Channel;
import chat.parley.channel.Channels;
import chat.parley.conversation.Conversations;
import chat.parley.conversation.Groups;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.rest.body.PictureField;
import chat.parley.edge.discord.shape.people.PrivateChannelShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.file.portrait.PortraitKind;
import chat.parley.file.portrait.Portraits;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Guilds;
import chat.parley.message.Ledger.End;
import java.util.List;
import java.util.function.Function;

/// Conversations: beginning, listing, changing and leaving them.
public final class ConversationEndpoints {
    private final Conversations conversations;
    private final Groups groups;
    private final Guilds guilds;
    private final Channels channels;
    private final Users users;
    private final Function<ChannelId, End> ends;
    private final Portraits portraits;

    /// @param ends where each channel ends
    public ConversationEndpoints(
            Conversations conversations,
            Groups groups,
            Guilds guilds,
            Channels channels,
            Users users,
            Function<ChannelId, End> ends,
            Portraits portraits) {
        this.conversations = conversations;
        this.groups = groups;
        this.guilds = guilds;
        this.channels = channels;
        this.users = users;
        this.ends = ends;
        this.portraits = portraits;
    }

    /// One recipient is a conversation of two, several are a group; an empty list is a group of oneself.
    public Reply begin(Request request) {
        var caller = request.caller();
        var body = Body.of(request);
        var one = body.id("recipient_id");
        boolean several = body.has("recipients") && !body.isNull("recipients");
        var recipients = body.ids("recipients", Limits.HISTORY_MAX);
        if (one == null && !several) {
            body.wrong("recipient_id", "BASE_TYPE_REQUIRED", "This field is required");
        }
        body.check();
        if (one == null && recipients.size() == 1) {
            one = recipients.getFirst();
        }
        if (one != null) {
            return shown(request, conversations.with(caller, new UserId(one)));
        }
        if (caller.bot()) {
            throw Refusal.unfit(Why.INVALID_RECIPIENTS);
        }
        return shown(
                request,
                conversations.among(caller, recipients.stream().map(UserId::new).toList()));
    }

    public Reply list(Request request) {
        var caller = request.caller();
        // As at Discord, a bot has no list.
        var mine = caller.bot() ? List.<GuildSnapshot>of() : conversations.of(caller);
        return Reply.json(mine.stream().map(it -> shape(request, it)).toList());
    }

    public Reply one(Request request, Channel channel) {
        return shown(request, guilds.snapshot(channel.guild()));
    }

    public Reply change(Request request, Channel channel) {
        var body = Body.of(request);
        String name = body.isNull("name") ? "" : body.text("name", 0, Limits.CHANNEL_NAME_MAX_CHARS);
        var owner = body.id("owner");
        body.check();
        String icon = null;
        if (body.has("icon") && channel.kind() != Channel.Kind.DIRECT) {
            icon = PictureField.of(
                            body,
                            "icon",
                            portraits,
                            PortraitKind.CHANNEL_ICON,
                            channel.id().text())
                    .or(null);
            icon = icon == null ? "" : icon;
            body.check();
        }
        var change = new Groups.Change(name, owner == null ? null : new UserId(owner), icon);
        return shown(request, groups.change(request.caller(), channel.guild(), change));
    }

    /// Closes a conversation of two for the caller; leaves a group.
    public Reply leave(Request request, Channel channel) {
        var before = shape(request, guilds.snapshot(channel.guild()));
        if (channel.kind() == Channel.Kind.DIRECT) {
            conversations.close(request.caller(), channel.guild());
        } else {
            groups.remove(request.caller(), channel.guild(), request.caller().id());
        }
        return Reply.json(before);
    }

    public Reply add(Request request) {
        groups.add(request.caller(), group(request), user(request));
        return Reply.none();
    }

    public Reply remove(Request request) {
        groups.remove(request.caller(), group(request), user(request));
        return Reply.none();
    }

    private GuildId group(Request request) {
        var channel = channels.seenBy(request.caller(), ChannelId.of(request.path("channel")))
                .channel();
        if (channel.kind() != Channel.Kind.GROUP) {
            throw Refusal.unfit(Why.WRONG_CHANNEL_KIND);
        }
        return channel.guild();
    }

    private static UserId user(Request request) {
        return UserId.of(request.path("user"));
    }

    private Reply shown(Request request, GuildSnapshot conversation) {
        return Reply.json(shape(request, conversation));
    }

    private PrivateChannelShape shape(Request request, GuildSnapshot conversation) {
        var id = new ChannelId(conversation.id().value());
        return PrivateChannelShape.of(conversation, request.caller().id(), users, ends.apply(id));
    }
}
