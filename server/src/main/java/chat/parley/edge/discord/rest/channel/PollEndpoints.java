package chat.parley.edge.discord.rest.channel;

import chat.parley.account.Users;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.edge.discord.shape.MessageShapes.Context;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.message.poll.Polls;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Voting in polls, and their end.
public final class PollEndpoints {
    private static final int PAGE = 25;
    private static final int PAGE_MAX = 100;

    private final Polls polls;
    private final MessageShapes shapes;
    private final Users users;

    public PollEndpoints(Polls polls, MessageShapes shapes, Users users) {
        this.polls = polls;
        this.shapes = shapes;
        this.users = users;
    }

    Reply vote(Request request) {
        var body = Body.of(request);
        var ids = body.ids("answer_ids", Limits.POLL_ANSWERS_MAX);
        body.check();
        var answers = ids.stream().map(Long::intValue).distinct().toList();
        polls.vote(request.caller(), ChannelEndpoints.id(request), message(request), answers);
        return Reply.none();
    }

    Reply voters(Request request) {
        int limit = request.queryNumber("limit", 1, PAGE_MAX, PAGE);
        String text = request.query("after");
        var after = text == null || text.isEmpty() || text.equals("0") ? null : UserId.of(text);
        var voters = polls.voters(
                request.caller(), ChannelEndpoints.id(request), message(request), answer(request), after, limit);
        var known = users.all(voters);
        List<UserShape> shown = voters.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(UserShape::of)
                .toList();
        return Reply.json(Map.of("users", shown));
    }

    Reply expire(Request request) {
        var ended = polls.expire(request.caller(), ChannelEndpoints.id(request), message(request));
        return Reply.json(shapes.of(ended, Context.to(request.caller().id())));
    }

    private static MessageId message(Request request) {
        return MessageId.of(request.path("message"));
    }

    private static int answer(Request request) {
        try {
            return Integer.parseInt(request.path("answer"));
        } catch (NumberFormatException notANumber) {
            throw Refusal.unknown(Thing.POLL_ANSWER);
        }
    }
}
