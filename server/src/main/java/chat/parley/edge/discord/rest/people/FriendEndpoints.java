package chat.parley.edge.discord.rest.people;

import chat.parley.account.Users;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.people.RelationshipShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.friend.Friends;
import chat.parley.friend.Relations;

/// Friends, requests and blocks.
public final class FriendEndpoints {
    private static final int BLOCK = 2;

    private final Friends friends;
    private final Relations relations;
    private final Users users;

    public FriendEndpoints(Friends friends, Relations relations, Users users) {
        this.friends = friends;
        this.relations = relations;
        this.users = users;
    }

    Reply list(Request request) {
        return Reply.json(RelationshipShape.of(relations.of(request.caller().id()), users));
    }

    /// Asks by name.
    Reply ask(Request request) {
        var body = Body.of(request);
        String name = body.requiredText("username", 1, Limits.USERNAME_MAX_CHARS);
        body.check();
        var user = users.byUsername(name).orElseThrow(() -> Refusal.unfit(Why.NOBODY_OF_THAT_NAME));
        friends.ask(request.caller(), user.id());
        return Reply.none();
    }

    /// Type 2 blocks, everything else asks or accepts.
    Reply put(Request request) {
        var body = Body.of(request);
        var type = body.number("type", 0, 4);
        body.check();
        if (type != null && type == BLOCK) {
            friends.block(request.caller(), user(request));
        } else {
            friends.ask(request.caller(), user(request));
        }
        return Reply.none();
    }

    Reply rename(Request request) {
        var body = Body.of(request);
        String nick = body.text("nickname", 0, Limits.DISPLAY_NAME_MAX_CHARS);
        body.check();
        friends.name(request.caller(), user(request), nick == null || nick.isEmpty() ? null : nick);
        return Reply.none();
    }

    Reply remove(Request request) {
        friends.part(request.caller(), user(request));
        return Reply.none();
    }

    static UserId user(Request request) {
        return UserId.of(request.path("user"));
    }
}
