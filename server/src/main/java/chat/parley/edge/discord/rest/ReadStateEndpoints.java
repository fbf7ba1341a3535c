package chat.parley.edge.discord.rest;

import static chat.parley.edge.discord.rest.MessageEndpoints.channel;
import static chat.parley.edge.discord.rest.MessageEndpoints.message;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.message.read.ReadStates;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// What a person has read, over HTTP.
public final class ReadStateEndpoints {
    private final ReadStates states;

    public ReadStateEndpoints(ReadStates states) {
        this.states = states;
    }

    /// Discord's clients send back a token that they never need.
    record AckShape(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String token) {}

    private record Ack(ChannelId channel, MessageId upTo) {}

    Reply ack(Request request) {
        var body = Body.of(request);
        boolean back = body.flag("manual", false);
        body.check();
        states.ack(request.caller(), channel(request), message(request), back);
        return Reply.json(new AckShape(null));
    }

    Reply ackMany(Request request) {
        var body = Body.of(request);
        var acks = new ArrayList<Ack>();
        for (var state : body.objects("read_states", Limits.ACKS_MAX)) {
            var channel = state.id("channel_id");
            var upTo = state.id("message_id");
            state.check();
            if (channel != null && upTo != null) {
                acks.add(new Ack(new ChannelId(channel), new MessageId(upTo)));
            }
        }
        body.check();
        for (var ack : acks) {
            states.ackIfSeen(request.caller(), ack.channel(), ack.upTo());
        }
        return Reply.none();
    }
}
