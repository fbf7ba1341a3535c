package chat.parley.edge.discord.shape.moderation;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.moderation.report.Report;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// A report, in words of our own.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ReportShape(
        EntityId id,
        GuildId guildId,
        UserId reporterId,
        UserId userId,
        @JsonUnwrapped @Nullable Subject subject,
        String reason,
        Instant createdAt,
        @JsonUnwrapped Handling handling) {

    /// The message, if one was reported.
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Subject(ChannelId channelId, MessageId messageId, String content) {
        static @Nullable Subject of(Report report) {
            var subject = report.subject();
            return subject == null ? null : new Subject(subject.channel(), subject.message(), subject.content());
        }
    }

    /// Where it stands.
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Handling(
            String state,
            @JsonInclude(ALWAYS) @Nullable UserId assigneeId,
            @JsonInclude(ALWAYS) @Nullable String outcome,
            @Nullable UserId closedBy,
            @Nullable Instant closedAt) {}

    public static ReportShape of(Report report) {
        var handling = report.handling();
        return new ReportShape(
                report.id(),
                report.guild(),
                report.reporter(),
                report.about(),
                Subject.of(report),
                report.reason(),
                report.id().time(),
                new Handling(
                        handling.state().name().toLowerCase(Locale.ROOT),
                        handling.assignee(),
                        handling.outcome(),
                        handling.closedBy(),
                        handling.closedAt()));
    }
}
