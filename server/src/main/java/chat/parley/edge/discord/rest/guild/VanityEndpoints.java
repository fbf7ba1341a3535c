package chat.parley.edge.discord.rest.guild;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.channel.invite.VanityCodes;
import chat.parley.channel.invite.VanityCodes.Vanity;
import chat.parley.edge.discord.rest.GuildEndpoints;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// The invite's code that a guild chose for itself.
public final class VanityEndpoints {
    private static final int TEXT_MAX_CHARS = 100;

    private final VanityCodes codes;

    public VanityEndpoints(VanityCodes codes) {
        this.codes = codes;
    }

    private record VanityShape(
            @JsonInclude(ALWAYS) @Nullable String code, int uses) {}

    public Reply one(Request request) {
        return told(codes.of(request.caller(), GuildEndpoints.id(request)));
    }

    public Reply change(Request request) {
        var body = Body.of(request);
        String code = body.text("code", 0, TEXT_MAX_CHARS);
        if (!body.has("code")) {
            body.wrong("code", "BASE_TYPE_REQUIRED", "This field is required");
        }
        body.check();
        return told(codes.change(request.caller(), GuildEndpoints.id(request), code));
    }

    private static Reply told(Vanity vanity) {
        return Reply.json(new VanityShape(vanity.code(), vanity.uses()));
    }
}
