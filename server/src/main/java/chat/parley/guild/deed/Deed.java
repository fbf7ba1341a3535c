package chat.parley.guild.deed;

import chat.parley.account.Caller;
import chat.parley.base.bus.Event;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Id;
import chat.parley.base.id.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Somebody did something that the guild's audit log tells. Heard on the node on which it happened, and nowhere else.
///
/// @param actor who did it
/// @param target id of what it was done to: a user, channel, role, webhook…; absent when there is none, as for a prune
/// @param options what else there is to know, by Discord's names
/// @param reason as the caller gave it
public record Deed(
        GuildId guild,
        UserId actor,
        DeedKind kind,
        @Nullable Long target,
        List<Change> changes,
        Map<String, String> options,
        @Nullable String reason)
        implements Event {

    public static Deed of(Caller caller, GuildId guild, DeedKind kind, @Nullable Id target) {
        return new Deed(
                guild, caller.id(), kind, target == null ? null : target.value(), List.of(), Map.of(), caller.reason());
    }

    public Deed changing(Changes<?> others) {
        return changing(others.list());
    }

    public Deed changing(List<Change> others) {
        return new Deed(guild, actor, kind, target, List.copyOf(others), options, reason);
    }

    /// @param value an id, a number or text
    public Deed with(String option, Object value) {
        var more = new LinkedHashMap<>(options);
        more.put(option, value instanceof Id id ? id.text() : value.toString());
        return new Deed(guild, actor, kind, target, changes, more, reason);
    }
}
