package chat.parley.edge.discord.rest.moderation;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.moderation.edition.Editions;
import java.util.Map;

/// What messages said before they were edited.
public final class EditionEndpoints {
    private final Editions editions;

    public EditionEndpoints(Editions editions) {
        this.editions = editions;
    }

    public Reply list(Request request) {
        var channel = ChannelId.of(request.path("channel"));
        var found = editions.of(request.caller(), channel, MessageId.of(request.path("message")));
        return Reply.json(found.stream()
                .map(it ->
                        Map.of("content", it.content(), "replaced_at", it.id().time()))
                .toList());
    }
}
