package chat.parley.edge.discord.rest.moderation;

import chat.parley.audit.AuditEntry;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.guild.deed.DeedKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Finds what entries of the audit log name, as it is shown: webhooks, threads, commands… Each feature that has such
/// things gives one to [AuditLogEndpoints].
@FunctionalInterface
public interface AuditTargets {
    /// Everything that an answer lists beside entries and users; what nobody tells is an empty list.
    List<String> NAMES = List.of(
            "webhooks",
            "threads",
            "integrations",
            "application_commands",
            "auto_moderation_rules",
            "guild_scheduled_events");

    /// @return those of the entries' targets that are still there, as Discord writes them
    List<?> of(GuildId guild, List<AuditEntry> entries);

    /// The targets of entries of these kinds.
    static List<EntityId> named(List<AuditEntry> entries, Set<DeedKind> kinds) {
        return entries.stream()
                .filter(it -> kinds.contains(it.kind()))
                .map(AuditEntry::target)
                .filter(Objects::nonNull)
                .distinct()
                .map(EntityId::new)
                .toList();
    }
}
