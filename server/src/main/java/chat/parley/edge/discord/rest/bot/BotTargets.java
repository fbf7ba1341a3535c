package chat.parley.edge.discord.rest.bot;

import chat.parley.account.Users;
import chat.parley.audit.AuditEntry;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.bot.Applications;
import chat.parley.bot.command.Commands;
import chat.parley.bot.install.Installations;
import chat.parley.bot.webhook.Webhooks;
import chat.parley.edge.discord.rest.moderation.AuditTargets;
import chat.parley.edge.discord.shape.bot.CommandShape;
import chat.parley.edge.discord.shape.bot.IntegrationShape;
import chat.parley.edge.discord.shape.bot.WebhookShape;
import chat.parley.guild.deed.DeedKind;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// What the audit log names of applications: webhooks, integrations, commands.
public final class BotTargets {
    private static final Set<DeedKind> OF_WEBHOOKS =
            Set.of(DeedKind.WEBHOOK_CREATE, DeedKind.WEBHOOK_UPDATE, DeedKind.WEBHOOK_DELETE);
    private static final Set<DeedKind> OF_INTEGRATIONS =
            Set.of(DeedKind.INTEGRATION_CREATE, DeedKind.INTEGRATION_UPDATE, DeedKind.INTEGRATION_DELETE);
    private static final Set<DeedKind> OF_COMMANDS = Set.of(DeedKind.APPLICATION_COMMAND_PERMISSION_UPDATE);

    private final Webhooks webhooks;
    private final Installations installations;
    private final Applications applications;
    private final Commands commands;
    private final Users users;

    public BotTargets(
            Webhooks webhooks, Installations installations, Applications applications, Commands commands, Users users) {
        this.webhooks = webhooks;
        this.installations = installations;
        this.applications = applications;
        this.commands = commands;
        this.users = users;
    }

    public Map<String, AuditTargets> all() {
        return Map.of(
                "webhooks", this::webhooks, "integrations", this::integrations, "application_commands", this::commands);
    }

    /// As the log shows it: beside what an integration is elsewhere, the application's bare id.
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Integration(@JsonUnwrapped IntegrationShape it, UserId applicationId) {}

    /// Whoever reads the log need not manage webhooks, so the tokens stay away.
    private List<WebhookShape> webhooks(GuildId guild, List<AuditEntry> entries) {
        var named = AuditTargets.named(entries, OF_WEBHOOKS);
        return named.isEmpty()
                ? List.of()
                : webhooks.named(guild, named).stream()
                        .map(it -> WebhookShape.of(it, null).withoutToken())
                        .toList();
    }

    private List<Integration> integrations(GuildId guild, List<AuditEntry> entries) {
        return AuditTargets.named(entries, OF_INTEGRATIONS).stream()
                .map(it -> new UserId(it.value()))
                .flatMap(it -> integration(guild, it))
                .toList();
    }

    private Stream<Integration> integration(GuildId guild, UserId id) {
        var installation = installations.find(guild, id).orElse(null);
        var application = applications.find(id).orElse(null);
        if (installation == null || application == null) {
            return Stream.of();
        }
        var people = users.all(List.of(id, installation.installedBy()));
        return Stream.of(new Integration(IntegrationShape.of(installation, application, people), id));
    }

    private List<?> commands(GuildId guild, List<AuditEntry> entries) {
        List<EntityId> named = AuditTargets.named(entries, OF_COMMANDS);
        return named.isEmpty()
                ? List.of()
                : commands.named(guild, named).stream().map(CommandShape::of).toList();
    }
}
