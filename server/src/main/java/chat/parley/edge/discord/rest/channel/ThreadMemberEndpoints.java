package chat.parley.edge.discord.rest.channel;

import chat.parley.account.Users;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.channel.Channels;
import chat.parley.channel.thread.ThreadMembers;
import chat.parley.edge.discord.shape.MemberShape;
import chat.parley.edge.discord.shape.thread.ThreadMemberShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who is in a thread.
public final class ThreadMemberEndpoints {
    private static final int PAGE = 100;

    private final ThreadMembers members;
    private final Channels channels;
    private final Users users;

    public ThreadMemberEndpoints(ThreadMembers members, Channels channels, Users users) {
        this.members = members;
        this.channels = channels;
        this.users = users;
    }

    /// In pages only when the members of the guild are asked for with it, as at Discord.
    Reply list(Request request) {
        var thread = ChannelEndpoints.id(request);
        boolean whole = request.queryFlag("with_member");
        int limit = request.queryNumber("limit", 1, PAGE, PAGE);
        String after = request.query("after");
        long from = after == null || after.isEmpty() || after.equals("0")
                ? 0
                : UserId.of(after).value();
        var all = members.of(request.caller(), thread).entrySet().stream();
        var shown = whole ? all.filter(it -> it.getKey().value() > from).limit(limit) : all;
        return Reply.json(shown.map(it -> shape(request, it, whole)).toList());
    }

    Reply one(Request request) {
        var thread = ChannelEndpoints.id(request);
        var user = user(request);
        var joined = members.of(request.caller(), thread).get(user);
        if (joined == null) {
            throw Refusal.unknown(Thing.MEMBER);
        }
        return Reply.json(shape(request, Map.entry(user, joined), request.queryFlag("with_member")));
    }

    Reply join(Request request) {
        members.join(request.caller(), ChannelEndpoints.id(request));
        return Reply.none();
    }

    Reply leave(Request request) {
        members.leave(request.caller(), ChannelEndpoints.id(request));
        return Reply.none();
    }

    Reply add(Request request) {
        members.add(request.caller(), ChannelEndpoints.id(request), user(request));
        return Reply.none();
    }

    Reply remove(Request request) {
        members.remove(request.caller(), ChannelEndpoints.id(request), user(request));
        return Reply.none();
    }

    private ThreadMemberShape shape(Request request, Map.Entry<UserId, Instant> member, boolean whole) {
        var thread = ChannelEndpoints.id(request);
        var shape = ThreadMemberShape.of(thread, member.getKey(), member.getValue());
        return whole ? shape.with(ofGuild(request, member.getKey())) : shape;
    }

    private @Nullable MemberShape ofGuild(Request request, UserId user) {
        var access = channels.seenBy(request.caller(), ChannelEndpoints.id(request));
        var member = access.guild().member(user);
        return member == null
                ? null
                : users.find(user).map(it -> MemberShape.of(member, it)).orElse(null);
    }

    private static UserId user(Request request) {
        String user = request.path("user");
        return user.equals("@me") ? request.caller().id() : UserId.of(user);
    }
}
