package chat.parley.edge.discord.rest.guild;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.RoleId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.reception.Onboarding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Questions and answers as a body has them. Those that are there keep their ids; new ones, which clients
/// number as they like, get new ids.
final class OnboardingBody {
    private final Set<EntityId> known = new HashSet<>();
    private final LongSupplier ids;

    OnboardingBody(Onboarding before, LongSupplier ids) {
        this.ids = ids;
        before.prompts().forEach(prompt -> {
            known.add(prompt.id());
            prompt.options().forEach(it -> known.add(it.id()));
        });
    }

    List<Onboarding.Prompt> prompts(Body body) {
        var prompts = new ArrayList<Onboarding.Prompt>();
        body.objects("prompts", Limits.PROMPTS_MAX).forEach(it -> prompts.add(prompt(it)));
        return prompts;
    }

    private Onboarding.Prompt prompt(Body body) {
        var options = new ArrayList<Onboarding.Option>();
        body.objects("options", Limits.PROMPT_OPTIONS_MAX).forEach(it -> options.add(option(it)));
        if (options.isEmpty()) {
            body.wrong("options", "BASE_TYPE_REQUIRED", "This field is required");
        }
        var kind = body.number("type", 0, 1);
        return new Onboarding.Prompt(
                id(body.id("id")),
                body.requiredText("title", 1, Limits.PROMPT_TITLE_MAX_CHARS),
                options,
                body.flag("single_select", false),
                body.flag("required", false),
                body.flag("in_onboarding", true),
                kind == null ? 0 : kind);
    }

    private Onboarding.Option option(Body body) {
        String text = body.text("description", 0, Limits.PROMPT_OPTION_TEXT_MAX_CHARS);
        return new Onboarding.Option(
                id(body.id("id")),
                body.requiredText("title", 1, Limits.PROMPT_OPTION_MAX_CHARS),
                text == null || text.isEmpty() ? null : text,
                emoji(body),
                body.ids("role_ids", Limits.PROMPT_OPTION_GIFTS_MAX).stream()
                        .distinct()
                        .map(RoleId::new)
                        .toList(),
                body.ids("channel_ids", Limits.PROMPT_OPTION_GIFTS_MAX).stream()
                        .distinct()
                        .map(ChannelId::new)
                        .toList());
    }

    /// In fields of the option, or as the object that answers have.
    private static Onboarding.Emoji emoji(Body body) {
        var inside = body.object("emoji");
        var id = inside == null ? body.id("emoji_id") : inside.id("id");
        String name = inside == null
                ? body.text("emoji_name", 0, Limits.EMOJI_MAX_CHARS)
                : inside.text("name", 0, Limits.EMOJI_MAX_CHARS);
        boolean animated = inside == null ? body.flag("emoji_animated", false) : inside.flag("animated", false);
        return id == null && (name == null || name.isEmpty())
                ? Onboarding.Emoji.NONE
                : new Onboarding.Emoji(id == null ? null : new EntityId(id), name, animated);
    }

    private EntityId id(@Nullable Long wanted) {
        var id = wanted == null ? null : new EntityId(wanted);
        return id != null && known.remove(id) ? id : new EntityId(ids.getAsLong());
    }
}
