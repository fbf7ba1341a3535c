package chat.parley.conversation;

import chat.parley.account.settings.UserSettings;
import chat.parley.base.id.UserId;
import chat.parley.friend.Relations;
import chat.parley.guild.Guilds;

/// Who may write to whom without a community around them: friends, and members of a community whom the other lets
/// write. Nobody whom either has blocked.
public final class Reach {
    private final Guilds guilds;
    private final Relations relations;
    private final UserSettings settings;

    public Reach(Guilds guilds, Relations relations, UserSettings settings) {
        this.guilds = guilds;
        this.relations = relations;
        this.settings = settings;
    }

    /// From memory, once both have turned up: it is asked before each message in a conversation of two.
    public boolean mayWrite(UserId by, UserId to) {
        if (relations.blocks(to, by) || relations.blocks(by, to)) {
            return false;
        }
        if (relations.friends(by, to)) {
            return true;
        }
        var closed = settings.of(to).habits().privacy().closedGuilds();
        return guilds.shared(by, to).stream().anyMatch(it -> !closed.contains(it) && guilds.letsWrite(it, by));
    }
}
