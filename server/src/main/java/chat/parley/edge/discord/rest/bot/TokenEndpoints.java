package chat.parley.edge.discord.rest.bot;

import chat.parley.base.id.UserId;
import chat.parley.bot.interaction.Interaction;
import chat.parley.bot.interaction.Interactions;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import java.util.Optional;

/// What is called with an id and a token in the path alone: applications that go on answering an interaction, and
/// webhooks.
public final class TokenEndpoints {
    private final Interactions interactions;
    private final ReplyEndpoints replies;
    private final HookEndpoints hooks;

    public TokenEndpoints(Interactions interactions, ReplyEndpoints replies, HookEndpoints hooks) {
        this.interactions = interactions;
        this.replies = replies;
        this.hooks = hooks;
    }

    Reply execute(Request request) {
        return interaction(request).map(it -> replies.followUp(request, it)).orElseGet(() -> hooks.execute(request));
    }

    Reply one(Request request) {
        return interaction(request).map(it -> replies.one(request, it)).orElseGet(() -> hooks.one(request));
    }

    Reply edit(Request request) {
        return interaction(request).map(it -> replies.edit(request, it)).orElseGet(() -> hooks.edit(request));
    }

    Reply delete(Request request) {
        return interaction(request).map(it -> replies.delete(request, it)).orElseGet(() -> hooks.delete(request));
    }

    private Optional<Interaction> interaction(Request request) {
        return interactions.byToken(UserId.of(request.path("webhook")), request.path("token"));
    }
}
