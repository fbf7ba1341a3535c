package chat.parley.edge.discord.shape.reception;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.reception.Onboarding;
import chat.parley.reception.Onboardings;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's onboarding object, with what the caller has answered.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record OnboardingShape(
        GuildId guildId,
        List<PromptShape> prompts,
        List<ChannelId> defaultChannelIds,
        boolean enabled,
        int mode,
        List<EntityId> responses) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record PromptShape(
            EntityId id,
            String title,
            List<OptionShape> options,
            boolean singleSelect,
            boolean required,
            boolean inOnboarding,
            int type) {
        static PromptShape of(Onboarding.Prompt prompt) {
            return new PromptShape(
                    prompt.id(),
                    prompt.title(),
                    prompt.options().stream().map(OptionShape::of).toList(),
                    prompt.single(),
                    prompt.required(),
                    prompt.atArrival(),
                    prompt.kind());
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record OptionShape(
            EntityId id,
            String title,
            @JsonInclude(ALWAYS) @Nullable String description,
            OptionEmojiShape emoji,
            List<RoleId> roleIds,
            List<ChannelId> channelIds) {
        static OptionShape of(Onboarding.Option option) {
            var emoji = option.emoji();
            return new OptionShape(
                    option.id(),
                    option.title(),
                    option.description(),
                    new OptionEmojiShape(emoji.id(), emoji.name(), emoji.animated()),
                    option.roles(),
                    option.channels());
        }
    }

    public record OptionEmojiShape(
            @JsonInclude(ALWAYS) @Nullable EntityId id,
            @JsonInclude(ALWAYS) @Nullable String name,
            boolean animated) {}

    public static OnboardingShape of(GuildId guild, Onboardings.Seen seen) {
        var onboarding = seen.onboarding();
        return new OnboardingShape(
                guild,
                onboarding.prompts().stream().map(PromptShape::of).toList(),
                onboarding.channels(),
                seen.enabled(),
                onboarding.mode(),
                seen.answers().stream().sorted().toList());
    }
}
