package chat.parley.moderation.report;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reports as they are stored.
final class ReportStore {
    private final Database database;

    ReportStore(Database database) {
        this.database = database;
    }

    void insert(Report report) {
        var subject = report.subject();
        database.change(
                """
                INSERT INTO reports (id, guild, reporter, user_id, channel_id, message_id, content, reason, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                report.id(),
                report.guild(),
                report.reporter(),
                report.about(),
                subject == null ? null : subject.channel(),
                subject == null ? null : subject.message(),
                subject == null ? null : subject.content(),
                report.reason(),
                report.handling().state());
    }

    void update(Report report) {
        var handling = report.handling();
        database.change(
                "UPDATE reports SET state = ?, assignee = ?, outcome = ?, closed_by = ?, closed_at = ? WHERE id = ?",
                handling.state(),
                handling.assignee(),
                handling.outcome(),
                handling.closedBy(),
                handling.closedAt(),
                report.id());
    }

    Optional<Report> find(GuildId guild, EntityId id) {
        return database.first("SELECT * FROM reports WHERE id = ? AND guild = ?", ReportStore::report, id, guild);
    }

    /// Those that nobody has closed, of one reporter.
    List<Report> openOf(GuildId guild, UserId reporter) {
        return database.list(
                "SELECT * FROM reports WHERE guild = ? AND reporter = ? AND state = 'OPEN'",
                ReportStore::report,
                guild,
                reporter);
    }

    /// Newest first.
    List<Report> page(GuildId guild, boolean open, long before, int limit) {
        return database.list(
                "SELECT * FROM reports WHERE guild = ? AND (state = 'OPEN') = ? AND id < ? ORDER BY id DESC LIMIT ?",
                ReportStore::report,
                guild,
                open,
                before,
                limit);
    }

    /// Newest first.
    List<Report> by(UserId reporter, long before, int limit) {
        return database.list(
                "SELECT * FROM reports WHERE reporter = ? AND id < ? ORDER BY id DESC LIMIT ?",
                ReportStore::report,
                reporter,
                before,
                limit);
    }

    private static Report report(Row row) throws SQLException {
        return new Report(
                new EntityId(row.number("id")),
                new GuildId(row.number("guild")),
                new UserId(row.number("reporter")),
                new UserId(row.number("user_id")),
                subject(row),
                row.text("reason"),
                new Report.Handling(
                        Report.State.valueOf(row.text("state")),
                        user(row, "assignee"),
                        row.textOrNull("outcome"),
                        user(row, "closed_by"),
                        row.instantOrNull("closed_at")));
    }

    private static Report.@Nullable Subject subject(Row row) throws SQLException {
        var message = row.numberOrNull("message_id");
        return message == null
                ? null
                : new Report.Subject(
                        new ChannelId(row.number("channel_id")), new MessageId(message), row.text("content"));
    }

    private static @Nullable UserId user(Row row, String column) throws SQLException {
        var id = row.numberOrNull(column);
        return id == null ? null : new UserId(id);
    }
}
