package chat.parley.audit;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.guild.deed.Change;
import chat.parley.guild.deed.DeedKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A deed as it is kept. The time is that of its id.
///
/// @param target see [chat.parley.guild.deed.Deed#target]
public record AuditEntry(
        EntityId id,
        GuildId guild,
        UserId actor,
        DeedKind kind,
        @Nullable Long target,
        List<Change> changes,
        Map<String, String> options,
        @Nullable String reason) {}
