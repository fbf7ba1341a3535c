package chat.parley.moderation.report;

import chat.parley.base.bus.Event;
import chat.parley.base.id.GuildId;

/// What happens to reports.
public sealed interface ReportEvent extends Event {
    Report report();

    default GuildId guild() {
        return report().guild();
    }

    record Filed(Report report) implements ReportEvent {}

    record Changed(Report before, Report report) implements ReportEvent {}
}
