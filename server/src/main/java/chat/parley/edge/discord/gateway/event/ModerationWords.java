package chat.parley.edge.discord.gateway.event;

import chat.parley.audit.AuditEvent;
import chat.parley.edge.discord.gateway.session.Intents;
import chat.parley.edge.discord.shape.moderation.AuditEntryShape;
import chat.parley.permission.Permission;
import java.util.List;

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
}
