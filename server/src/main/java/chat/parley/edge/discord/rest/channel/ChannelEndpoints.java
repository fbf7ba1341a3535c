package chat.parley.edge.discord.rest.channel;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.Id;
import chat.parley.base.limit.Limits;
import chat.parley.channel.Channel;
import chat.parley.channel.Channels;
import chat.parley.channel.Layout;
import chat.parley.channel.Overwrites;
import chat.parley.channel.Rearranging;
import chat.parley.channel.Viewers;
import chat.parley.channel.thread.Threads;
import chat.parley.edge.discord.rest.ConversationEndpoints;
import chat.parley.edge.discord.rest.GuildEndpoints;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.ChannelShape;
import chat.parley.edge.discord.shape.thread.ThreadShapes;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.guild.Guilds;
import chat.parley.message.Ledger.End;
import java.util.List;
import java.util.function.Function;

/// Channels of a guild, their order and their overwrites.
public final class ChannelEndpoints {
    private final Guilds guilds;
    private final Channels channels;
    private final Layout layout;
    private final Rearranging rearranging;
    private final Overwrites overwrites;
    private final ConversationEndpoints conversations;
    private final Function<ChannelId, End> ends;
    private final Threads threads;
    private final ThreadShapes shapes;

    /// @param ends where each channel ends
    public ChannelEndpoints(
            Guilds guilds,
            Channels channels,
            Layout layout,
            Rearranging rearranging,
            Overwrites overwrites,
            ConversationEndpoints conversations,
            Function<ChannelId, End> ends,
            Threads threads,
            ThreadShapes shapes) {
        this.guilds = guilds;
        this.channels = channels;
        this.layout = layout;
        this.rearranging = rearranging;
        this.overwrites = overwrites;
        this.conversations = conversations;
        this.ends = ends;
        this.threads = threads;
        this.shapes = shapes;
    }

    /// Only those that the caller may see.
    public Reply list(Request request) {
        var guild =
                guilds.of(request.caller(), GuildEndpoints.id(request)).guild().id();
        var visible = new Viewers(channels).of(guild).visibleTo(request.caller().id());
        return Reply.json(visible.stream()
                .map(it -> ChannelShape.of(it, ends.apply(it.id())))
                .toList());
    }

    public Reply one(Request request) {
        var channel = seen(request);
        return channel.kind().isPrivate() ? conversations.one(request, channel) : shown(request, 200, channel);
    }

    public Reply create(Request request) {
        var draft = ChannelBody.draft(Body.of(request), layout::newId);
        return shown(request, 201, layout.add(request.caller(), GuildEndpoints.id(request), draft));
    }

    public Reply change(Request request) {
        var seen = seen(request);
        if (seen.kind().isPrivate()) {
            return conversations.change(request, seen);
        }
        var body = Body.of(request);
        if (seen.kind().thread()) {
            return shown(request, 200, threads.change(request.caller(), id(request), ThreadBody.change(body)));
        }
        return shown(
                request,
                200,
                layout.change(
                        request.caller(), id(request), channel -> ChannelBody.changed(channel, body, layout::newId)));
    }

    public Reply delete(Request request) {
        var seen = seen(request);
        if (seen.kind().isPrivate()) {
            return conversations.leave(request, seen);
        }
        if (seen.kind().thread()) {
            return shown(request, 200, threads.delete(request.caller(), id(request)));
        }
        return shown(request, 200, layout.remove(request.caller(), id(request)));
    }

    public Reply arrange(Request request) {
        var moves = Body.list(request, Limits.CHANNELS_PER_GUILD_MAX).stream()
                .map(ChannelBody::move)
                .toList();
        rearranging.move(request.caller(), GuildEndpoints.id(request), moves);
        return Reply.none();
    }

    public Reply overwrite(Request request) {
        var body = Body.of(request);
        var overwrite = ChannelBody.overwrite(body, target(request));
        body.check();
        overwrites.put(request.caller(), id(request), overwrite);
        return Reply.none();
    }

    public Reply removeOverwrite(Request request) {
        overwrites.remove(request.caller(), id(request), target(request));
        return Reply.none();
    }

    private Channel seen(Request request) {
        return channels.seenBy(request.caller(), id(request)).channel();
    }

    static ChannelId id(Request request) {
        return ChannelId.of(request.path("channel"));
    }

    private static long target(Request request) {
        return Id.parse(request.path("overwrite"));
    }

    private Reply shown(Request request, int status, Channel channel) {
        if (channel.kind().thread()) {
            var view = new Viewers(channels).of(channel.guild());
            var caller = request.caller().id();
            return Reply.json(status, shapes.all(List.of(channel), view, caller).getFirst());
        }
        return Reply.json(status, ChannelShape.of(channel, ends.apply(channel.id())));
    }
}
