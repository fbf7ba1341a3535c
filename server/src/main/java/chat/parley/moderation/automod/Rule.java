package chat.parley.moderation.automod;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule of automatic moderation.
///
/// @param exemptRoles whoever holds one is not judged
/// @param exemptChannels where it does not hold; with a category, in all of its channels
public record Rule(
        EntityId id,
        GuildId guild,
        UserId creator,
        String name,
        boolean enabled,
        Trigger trigger,
        List<Action> actions,
        List<RoleId> exemptRoles,
        List<ChannelId> exemptChannels) {

    public Rule {
        actions = List.copyOf(actions);
        exemptRoles = List.copyOf(exemptRoles);
        exemptChannels = List.copyOf(exemptChannels);
    }

    public @Nullable Action action(Action.Kind kind) {
        for (var action : actions) {
            if (action.kind() == kind) {
                return action;
            }
        }
        return null;
    }
}
