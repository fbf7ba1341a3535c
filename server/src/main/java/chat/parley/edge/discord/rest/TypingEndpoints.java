package chat.parley.edge.discord.rest;

import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.message.read.Typing;

/// Says that somebody is writing.
public final class TypingEndpoints {
    private final Typing typing;

    public TypingEndpoints(Typing typing) {
        this.typing = typing;
    }

    Reply start(Request request) {
        typing.start(request.caller(), MessageEndpoints.channel(request));
        return Reply.none();
    }
}
