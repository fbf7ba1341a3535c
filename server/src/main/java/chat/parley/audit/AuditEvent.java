package chat.parley.audit;

import chat.parley.base.bus.Event;
import chat.parley.base.id.GuildId;

/// What happens to audit logs.
public sealed interface AuditEvent extends Event {
    GuildId guild();

    record Written(AuditEntry entry) implements AuditEvent {
        @Override
        public GuildId guild() {
            return entry.guild();
        }
    }
}
