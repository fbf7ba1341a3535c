package chat.parley.edge.discord.rest;

import static chat.parley.edge.discord.rest.MessageEndpoints.channel;
import static chat.parley.edge.discord.rest.MessageEndpoints.message;

import chat.parley.account.Users;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.message.reaction.Reactions;
import java.util.Objects;

/// Reactions over HTTP.
public final class ReactionEndpoints {
    private static final int PAGE = 25;

    private final Reactions reactions;
    private final Users users;

    public ReactionEndpoints(Reactions reactions, Users users) {
        this.reactions = reactions;
        this.users = users;
    }

    Reply list(Request request) {
        String after = request.query("after");
        var ids = reactions.users(
                request.caller(),
                channel(request),
                message(request),
                emoji(request),
                after == null || after.equals("0") ? null : UserId.of(after),
                request.queryNumber("limit", 1, Limits.HISTORY_MAX, PAGE));
        var known = users.all(ids);
        return Reply.json(ids.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(UserShape::of)
                .toList());
    }

    Reply add(Request request) {
        reactions.add(request.caller(), channel(request), message(request), emoji(request));
        return Reply.none();
    }

    Reply removeOwn(Request request) {
        return remove(request, request.caller().id());
    }

    Reply remove(Request request) {
        return remove(request, UserId.of(request.path("user")));
    }

    Reply clear(Request request) {
        reactions.clear(request.caller(), channel(request), message(request));
        return Reply.none();
    }

    Reply clearOne(Request request) {
        reactions.clear(request.caller(), channel(request), message(request), emoji(request));
        return Reply.none();
    }

    private Reply remove(Request request, UserId user) {
        reactions.remove(request.caller(), channel(request), message(request), emoji(request), user);
        return Reply.none();
    }

    private static String emoji(Request request) {
        return request.path("emoji");
    }
}
