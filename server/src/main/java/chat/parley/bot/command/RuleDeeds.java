package chat.parley.bot.command;

import chat.parley.account.Caller;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.guild.deed.Change;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How the audit log tells who may use a command from now on: a change for each role, member or channel, whose id is
/// its key.
final class RuleDeeds {
    private RuleDeeds() {}

    /// @param target a command, or the application for all of its commands
    static Deed ruled(
            Caller caller, GuildId guild, UserId application, EntityId target, List<Rule> before, List<Rule> after) {
        var keys = new TreeMap<Long, List<@Nullable Rule>>();
        before.forEach(it -> keys.put(it.id(), pair(it, null)));
        after.forEach(it -> keys.merge(it.id(), pair(null, it), (old, now) -> pair(old.getFirst(), now.getLast())));
        var changes = new ArrayList<Change>();
        keys.forEach((id, pair) -> {
            if (!Objects.equals(pair.getFirst(), pair.getLast())) {
                changes.add(Change.of(Long.toUnsignedString(id), told(pair.getFirst()), told(pair.getLast())));
            }
        });
        return Deed.of(caller, guild, DeedKind.APPLICATION_COMMAND_PERMISSION_UPDATE, target)
                .changing(changes)
                .with("application_id", application);
    }

    private static List<@Nullable Rule> pair(@Nullable Rule before, @Nullable Rule after) {
        var pair = new ArrayList<@Nullable Rule>();
        pair.add(before);
        pair.add(after);
        return pair;
    }

    private static @Nullable Map<String, Object> told(@Nullable Rule rule) {
        return rule == null
                ? null
                : Map.of(
                        "id", Long.toUnsignedString(rule.id()),
                        "type", rule.type(),
                        "permission", rule.permission());
    }
}
