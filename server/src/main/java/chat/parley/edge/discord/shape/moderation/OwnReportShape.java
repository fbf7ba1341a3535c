package chat.parley.edge.discord.shape.moderation;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.edge.discord.shape.moderation.ReportShape.Subject;
import chat.parley.moderation.report.Report;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// A report as its reporter sees it: what came of it, but not which moderator dealt with it.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record OwnReportShape(
        EntityId id,
        GuildId guildId,
        UserId userId,
        @JsonUnwrapped @Nullable Subject subject,
        String reason,
        Instant createdAt,
        String state,
        @JsonInclude(ALWAYS) @Nullable String outcome,
        @Nullable Instant closedAt) {

    public static OwnReportShape of(Report report) {
        var handling = report.handling();
        return new OwnReportShape(
                report.id(),
                report.guild(),
                report.about(),
                Subject.of(report),
                report.reason(),
                report.id().time(),
                handling.state().name().toLowerCase(Locale.ROOT),
                handling.outcome(),
                handling.closedAt());
    }
}
