package chat.parley.edge.discord.shape.template;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.account.User;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.reception.template.Template;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's guild template.
///
/// @param isDirty `true` or `null`
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(ALWAYS)
public record TemplateShape(
        String code,
        String name,
        @Nullable String description,
        int usageCount,
        UserId creatorId,
        @Nullable UserShape creator,
        Instant createdAt,
        Instant updatedAt,
        GuildId sourceGuildId,
        PlanShape serializedSourceGuild,
        @Nullable Boolean isDirty) {

    /// @param creator absent when they are gone
    public static TemplateShape of(Template template, @Nullable User creator, boolean dirty) {
        return new TemplateShape(
                template.code(),
                template.name(),
                template.description(),
                template.uses(),
                template.creator(),
                creator == null ? null : UserShape.of(creator),
                template.createdAt(),
                template.updatedAt(),
                template.guild(),
                PlanShape.of(template.plan()),
                dirty ? true : null);
    }
}
