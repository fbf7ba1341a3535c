package chat.parley.edge.discord.rest.bot;

import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.bot.interaction.Interaction;
import chat.parley.bot.interaction.Interactions;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import java.util.Optional;

/// What is called with an id and a token in the path alone: applications go on answering an interaction.
public final class TokenEndpoints {
    private final Interactions interactions;
    private final ReplyEndpoints replies;

    public TokenEndpoints(Interactions interactions, ReplyEndpoints replies) {
        this.interactions = interactions;
        this.replies = replies;
    }

    Reply execute(Request request) {
        return replies.followUp(request, interaction(request).orElseThrow(TokenEndpoints::unknown));
    }

    Reply one(Request request) {
        return replies.one(request, interaction(request).orElseThrow(TokenEndpoints::unknown));
    }

    Reply edit(Request request) {
        return replies.edit(request, interaction(request).orElseThrow(TokenEndpoints::unknown));
    }

    Reply delete(Request request) {
        return replies.delete(request, interaction(request).orElseThrow(TokenEndpoints::unknown));
    }

    private Optional<Interaction> interaction(Request request) {
        return interactions.byToken(UserId.of(request.path("webhook")), request.path("token"));
    }

    private static RuntimeException unknown() {
        return Refusal.unknown(Thing.WEBHOOK);
    }
}
