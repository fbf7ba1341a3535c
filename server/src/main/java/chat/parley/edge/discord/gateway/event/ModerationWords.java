package chat.parley.edge.discord.gateway.event;

import chat.parley.audit.AuditEvent;
import chat.parley.edge.discord.gateway.session.Intents;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import chat.parley.edge.discord.shape.moderation.AuditEntryShape;
import chat.parley.edge.discord.shape.moderation.OwnReportShape;
import chat.parley.edge.discord.shape.moderation.ReportShape;
import chat.parley.edge.discord.shape.moderation.RuleShape;
import chat.parley.moderation.automod.Rule;
import chat.parley.moderation.automod.RuleEvent;
import chat.parley.moderation.report.Report;
import chat.parley.moderation.report.ReportEvent;
import chat.parley.moderation.report.Reports;
import chat.parley.permission.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What moderators are told.
public final class ModerationWords {

    List<Delivery> of(AuditEvent event) {
        return switch (event) {
            case AuditEvent.Written(var entry) ->
                List.of(Delivery.of(
                        entry.guild(),
                        new Audience.Holders(Permission.VIEW_AUDIT_LOG),
                        Intents.GUILD_MODERATION,
                        "GUILD_AUDIT_LOG_ENTRY_CREATE",
                        AuditEntryShape.of(entry).in(entry.guild())));
        };
    }

    List<Delivery> of(RuleEvent event) {
        return switch (event) {
            case RuleEvent.Created(var rule) -> rule("AUTO_MODERATION_RULE_CREATE", rule);
            case RuleEvent.Updated(var rule) -> rule("AUTO_MODERATION_RULE_UPDATE", rule);
            case RuleEvent.Deleted(var rule) -> rule("AUTO_MODERATION_RULE_DELETE", rule);
            case RuleEvent.Caught _ -> List.of();
            case RuleEvent.Enforced enforced -> enforced(enforced);
        };
    }

    /// A word of our own.
    List<Delivery> of(ReportEvent event) {
        return switch (event) {
            case ReportEvent.Filed(var report) -> List.of(report("REPORT_CREATE", report));
            case ReportEvent.Changed(var before, var report) ->
                report.told(before)
                        ? List.of(report("REPORT_UPDATE", report), answer(report))
                        : List.of(report("REPORT_UPDATE", report));
        };
    }

    private static Delivery report(String type, Report report) {
        return Delivery.of(
                report.guild(),
                new Audience.Holders(Reports.MODERATING),
                Intents.GUILD_MODERATION,
                type,
                ReportShape.of(report));
    }

    /// To whoever reported; a bot does not hear of what it reported itself.
    private static Delivery answer(Report report) {
        return Delivery.of(
                report.guild(),
                new Audience.Self(report.reporter()),
                Intents.PEOPLE,
                "REPORT_ANSWER",
                OwnReportShape.of(report));
    }

    private static List<Delivery> rule(String type, Rule rule) {
        return List.of(Delivery.of(
                rule.guild(),
                new Audience.Holders(Permission.MANAGE_GUILD),
                Intents.AUTO_MODERATION_CONFIGURATION,
                type,
                RuleShape.of(rule)));
    }

    /// What was written is told to those who asked for content.
    private static List<Delivery> enforced(RuleEvent.Enforced event) {
        var full = shape(event, true);
        var wording = Wording.message(
                Dispatch.of("AUTO_MODERATION_ACTION_EXECUTION", full),
                event.offence().user(),
                null,
                () -> Dispatch.of("AUTO_MODERATION_ACTION_EXECUTION", shape(event, false)),
                Set.of());
        return List.of(new Delivery(
                event.guild(),
                new Audience.Holders(Permission.MANAGE_GUILD),
                Intents.AUTO_MODERATION_EXECUTION,
                wording));
    }

    private static Map<String, Object> shape(RuleEvent.Enforced event, boolean content) {
        var offence = event.offence();
        var shape = new LinkedHashMap<String, Object>();
        shape.put("guild_id", event.guild());
        shape.put("action", RuleShape.action(event.action()));
        shape.put("rule_id", event.rule().id());
        shape.put("rule_trigger_type", event.rule().trigger().kind().number());
        shape.put("user_id", offence.user());
        if (offence.channel() != null) {
            shape.put("channel_id", offence.channel());
        }
        if (offence.message() != null) {
            shape.put("message_id", offence.message());
        }
        if (event.alert() != null) {
            shape.put("alert_system_message_id", event.alert());
        }
        shape.put("content", content ? offence.content() : "");
        shape.put("matched_keyword", offence.hit().keyword());
        shape.put("matched_content", content ? offence.hit().text() : "");
        return shape;
    }
}
