package chat.parley.edge.discord.rest.guild;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.GuildEndpoints;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.reception.OnboardingShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.reception.Onboarding;
import chat.parley.reception.Onboardings;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// What newcomers are asked: reading, setting up, answering.
public final class OnboardingEndpoints {
    private final Onboardings onboardings;
    private final LongSupplier ids;

    /// @param ids for new questions and answers
    public OnboardingEndpoints(Onboardings onboardings, LongSupplier ids) {
        this.onboardings = onboardings;
        this.ids = ids;
    }

    public Reply one(Request request) {
        var guild = GuildEndpoints.id(request);
        return Reply.json(OnboardingShape.of(guild, onboardings.of(request.caller(), guild)));
    }

    public Reply change(Request request) {
        var body = Body.of(request);
        var enabled = body.flag("enabled");
        var mode = body.number("mode", 0, 1);
        var channels = body.ids("default_channel_ids", Limits.CHANNELS_PER_GUILD_MAX).stream()
                .distinct()
                .map(ChannelId::new)
                .toList();
        var guild = GuildEndpoints.id(request);
        var changed = onboardings.change(request.caller(), guild, enabled, before -> {
            var prompts = new OnboardingBody(before, ids).prompts(body);
            body.check();
            return new Onboarding(
                    body.has("prompts") ? prompts : before.prompts(),
                    body.has("default_channel_ids") ? channels : before.channels(),
                    mode == null ? before.mode() : mode);
        });
        return Reply.json(OnboardingShape.of(guild, changed));
    }

    public Reply answer(Request request) {
        var body = Body.of(request);
        var chosen = body.ids("onboarding_responses", Limits.PROMPTS_MAX * Limits.PROMPT_OPTIONS_MAX).stream()
                .map(EntityId::new)
                .collect(Collectors.toSet());
        if (!body.tree().path("onboarding_responses").isArray()) {
            body.wrong("onboarding_responses", "BASE_TYPE_REQUIRED", "This field is required");
        }
        body.check();
        var guild = GuildEndpoints.id(request);
        var member = onboardings.answer(request.caller(), guild, chosen);
        List<EntityId> answers = chosen.stream().sorted().toList();
        return Reply.json(Map.of("guild_id", guild, "user_id", member.user(), "onboarding_responses", answers));
    }
}
