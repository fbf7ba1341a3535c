package chat.parley.bot.outgoing;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import java.util.List;

/// Where a guild's events are told.
///
/// @param secret known to both sides
/// @param events names of events, of those in [Told#EVENTS]
/// @param creator who made it; it tells only of channels that they see
public record OutgoingHook(EntityId id, GuildId guild, String url, String secret, List<String> events, UserId creator) {

    public OutgoingHook to(String other) {
        return new OutgoingHook(id, guild, other, secret, events, creator);
    }

    public OutgoingHook of(List<String> others) {
        return new OutgoingHook(id, guild, url, secret, others, creator);
    }

    public OutgoingHook signing(String other) {
        return new OutgoingHook(id, guild, url, other, events, creator);
    }

    /// Without the secret, which must not reach a log.
    @Override
    public String toString() {
        return "OutgoingHook[" + id + "]";
    }
}
