package chat.parley.moderation.report;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A report.
///
/// @param about whom; the author when a message was reported
/// @param handling what the moderators did
public record Report(
        EntityId id,
        GuildId guild,
        UserId reporter,
        UserId about,
        @Nullable Subject subject,
        String reason,
        Handling handling) {

    /// The message reported, as it was then.
    public record Subject(ChannelId channel, MessageId message, String content) {}

    /// @param assignee who takes care of it
    /// @param outcome what came of it, in the moderators' words
    public record Handling(
            State state,
            @Nullable UserId assignee,
            @Nullable String outcome,
            @Nullable UserId closedBy,
            @Nullable Instant closedAt) {
        static final Handling NEW = new Handling(State.OPEN, null, null, null, null);
    }

    /// Where it stands.
    public enum State {
        OPEN,
        RESOLVED,
        DISMISSED
    }

    /// Whether its reporter is to hear of the change since then: who takes care of it is the moderators' own affair.
    public boolean told(Report before) {
        return handling.state() != before.handling.state()
                || !Objects.equals(handling.outcome(), before.handling.outcome());
    }

    Report with(Handling other) {
        return new Report(id, guild, reporter, about, subject, reason, other);
    }
}
