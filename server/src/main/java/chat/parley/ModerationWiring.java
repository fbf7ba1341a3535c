package chat.parley;

import chat.parley.account.Users;
import chat.parley.audit.Ageing;
import chat.parley.audit.AuditEntry;
import chat.parley.audit.AuditLog;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.sql.Database;
import chat.parley.channel.inspect.Inspector;
import chat.parley.config.Config;
import chat.parley.config.Keys;
import chat.parley.edge.discord.rest.moderation.AuditLogEndpoints;
import chat.parley.edge.discord.rest.moderation.AuditTargets;
import chat.parley.edge.discord.rest.moderation.EditionEndpoints;
import chat.parley.edge.discord.rest.moderation.InspectorEndpoints;
import chat.parley.edge.discord.rest.moderation.ModerationRoutes;
import chat.parley.edge.discord.rest.moderation.ReportEndpoints;
import chat.parley.edge.discord.rest.moderation.RuleEndpoints;
import chat.parley.edge.discord.rest.moderation.SafetyEndpoints;
import chat.parley.edge.discord.shape.moderation.RuleShape;
import chat.parley.edge.http.Route;
import chat.parley.message.History;
import chat.parley.message.Messages;
import chat.parley.message.oversight.Oversight;
import chat.parley.moderation.Watch;
import chat.parley.moderation.automod.Enforcement;
import chat.parley.moderation.automod.NameWatch;
import chat.parley.moderation.automod.Rules;
import chat.parley.moderation.automod.Sentry;
import chat.parley.moderation.automod.Trial;
import chat.parley.moderation.edition.Editions;
import chat.parley.moderation.raid.RaidWatch;
import chat.parley.moderation.report.Reports;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The part of [App] that wires what moderators have. Messages ask it before they are posted, and it posts messages
/// itself, so it is wired in two steps.
final class ModerationWiring implements AutoCloseable {
    private final AuditLog audit;
    private final Ageing ageing;
    private final Rules rules;
    private final Editions editions;
    private final Users users;
    private final GuildWiring guilds;
    private final Database database;
    private final Snowflakes ids;
    private final Bus bus;
    private final Clock clock;
    private final Oversight oversight;
    private final List<Runnable> endings = new ArrayList<>();

    ModerationWiring(
            Config config, Users users, GuildWiring guilds, Database database, Bus bus, Snowflakes ids, Clock clock) {
        this.users = users;
        this.guilds = guilds;
        this.database = database;
        this.ids = ids;
        this.bus = bus;
        this.clock = clock;
        audit = new AuditLog(guilds.guilds, database, ids, bus, clock);
        rules = new Rules(guilds.guilds, guilds.channels, database, ids, bus);
        editions = new Editions(guilds.channels, database, ids, clock);
        ageing = new Ageing(Duration.ofDays(config.of(Keys.AUDIT_LOG_DAYS)), List.of(audit::forget, editions::forget));
        oversight = new Watch(new Sentry(rules, bus, clock), editions);
    }

    /// What messages ask.
    Oversight oversight() {
        return oversight;
    }

    /// From now on it acts by messages of its own.
    void watch(Messages messages) {
        var enforcement = new Enforcement(rules, guilds.guilds, guilds.channels, guilds.members, messages, bus, clock);
        var names = new NameWatch(rules, guilds.guilds, users, guilds.members, bus, clock);
        var raids = new RaidWatch(guilds.guilds, guilds.channels, messages, bus, clock);
        endings.addAll(List.of(raids::close, names::close, enforcement::close));
    }

    void start() {
        ageing.start();
    }

    /// @param history where reported messages are
    /// @param named what other features tell beside the audit log
    List<Route> routes(History history, Map<String, AuditTargets> named) {
        var reports = new Reports(guilds.guilds, guilds.channels, history, database, ids, bus, clock);
        var table = new ArrayList<Route>();
        var targets = new HashMap<>(named);
        targets.put("auto_moderation_rules", this::rulesNamed);
        table.addAll(ModerationRoutes.audit(new AuditLogEndpoints(audit, users, targets)));
        table.addAll(ModerationRoutes.rules(new RuleEndpoints(rules, new Trial(rules, clock))));
        table.addAll(ModerationRoutes.safety(
                new SafetyEndpoints(guilds.guilds, guilds.settings, clock), new EditionEndpoints(editions)));
        table.addAll(ModerationRoutes.inspector(
                new InspectorEndpoints(new Inspector(guilds.guilds, guilds.channels, guilds.viewers, clock))));
        table.addAll(ModerationRoutes.reports(new ReportEndpoints(reports, users)));
        return table;
    }

    private List<RuleShape> rulesNamed(GuildId guild, List<AuditEntry> entries) {
        return rules.all(guild).stream()
                .filter(rule -> entries.stream()
                        .anyMatch(it ->
                                it.target() != null && it.target() == rule.id().value()))
                .map(RuleShape::of)
                .toList();
    }

    @Override
    public void close() {
        ageing.close();
        endings.forEach(Runnable::run);
    }
}
