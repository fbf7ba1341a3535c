package chat.parley.edge.discord.rest.voice;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.base.id.EntityId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.voice.trial.Advertised;
import chat.parley.voice.trial.Trials;
import chat.parley.voice.turn.Relays;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Browsers try whether calls would reach them.
public final class TrialEndpoints {
    private final @Nullable Trials trials;
    private final Relays relays;

    /// @param sdp to be answered
    /// @param seenPrivate whether the caller comes from the server's own network
    private record Opened(
            EntityId id,
            String sdp,
            @JsonProperty("seen_as") String seenAs,
            @JsonProperty("seen_private") boolean seenPrivate,
            @JsonProperty("ice_servers") List<Relays.Access> iceServers) {}

    /// @param sdp the next offer, if there is one
    private record Answered(@JsonInclude(ALWAYS) @Nullable String sdp) {}

    /// @param trials absent when the media port is not to be had
    public TrialEndpoints(@Nullable Trials trials, Relays relays) {
        this.trials = trials;
        this.relays = relays;
    }

    Reply open(Request request) {
        var opened = trials().open(request.caller());
        boolean near = Advertised.isPrivate(InetAddress.ofLiteral(request.ip()));
        var access = relays.accessFor(request.caller().id());
        var servers = access == null ? List.<Relays.Access>of() : List.of(access);
        return Reply.json(201, new Opened(opened.id(), opened.offer(), request.ip(), near, servers));
    }

    Reply answer(Request request) {
        var body = Body.of(request);
        String sdp = body.requiredText("sdp", 1, Limits.SDP_MAX_CHARS);
        body.check();
        return Reply.json(new Answered(trials().answer(request.caller(), trial(request), sdp)));
    }

    Reply end(Request request) {
        trials().end(request.caller(), trial(request));
        return Reply.none();
    }

    private static EntityId trial(Request request) {
        return EntityId.of(request.path("trial"));
    }

    private Trials trials() {
        if (trials == null) {
            throw new Refused(new Refusal.Busy(Limits.VOICE_TRIAL_S * 1_000L));
        }
        return trials;
    }
}
